"""Sources: each is a function that yields SetObservations and RefusedRecords; none writes, none touches the
network."""
