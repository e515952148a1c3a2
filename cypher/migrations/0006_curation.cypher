// Review items by their likeliest candidate and by age, the orders in which people work through them.
CREATE INDEX reviewitem_probability_range IF NOT EXISTS FOR (node:ReviewItem) ON (node.probability);
CREATE INDEX reviewitem_opened_at_range IF NOT EXISTS FOR (node:ReviewItem) ON (node.opened_at);
