-- What wrk prints at its end: one line that a program reads. Its own times are microseconds.
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"answers":%d,"requestsPerSecond":%d,"p50":%.2f,"p95":%.2f,"p99":%.2f,"failed":%d}\n',
    summary.requests, summary.requests / (summary.duration / 1000000),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
