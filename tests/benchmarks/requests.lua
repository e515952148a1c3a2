-- wrk: sends the bodies of a file, one a line, in turn, and counts answers that are no clean 200.
-- Arguments after `--`: the file. Prints one line of JSON at the end; times in microseconds.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  prepared, position, bad, firstBad = {}, 0, 0, ""
  local headers = { ["Content-Type"] = "application/json", ["Accept"] = "application/json" }
  for line in io.lines(args[1]) do
    table.insert(prepared, wrk.format("POST", nil, headers, line))
  end
end

function request()
  position = position % #prepared + 1
  return prepared[position]
end

function response(status, _, body)
  if status ~= 200 or not body:find('"data"', 1, true) or body:find('"errors"', 1, true) then
    if bad == 0 then firstBad = body:sub(1, 300) end
    bad = bad + 1
  end
end

function done(summary, latency, _)
  local wrong, sample = 0, ""
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("bad")
    if sample == "" then sample = thread:get("firstBad") end
  end
  local e = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "duration_us": %d, "p50_us": %d, "p99_us": %d, "wrong": %d, "broken": %d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), wrong,
    e.connect + e.read + e.write + e.timeout
  ))
  if wrong > 0 then io.write("WRONG " .. sample .. "\n") end
end
