-- What people do on one platform: two reads of three requests, each as one of the members in USERS.
-- MODE=orders sends orders alone, one each PAUSE milliseconds on a connection.
local users, answers, threads = {}, {}, {}
local orders_only = os.getenv("MODE") == "orders"
local pause = tonumber(os.getenv("PAUSE") or "0")
local address = '"address":{"name":"n","phone":"13900000000","line":"l"}'
local order = '{"items":[{"sku":"tea-longjing","quantity":1}],' .. address .. '}'
local json = "application/json"
local reads = { "/api/member", "/api/member", "/api/products", "/api/orders?limit=10", "/api/points?limit=10" }

for line in io.lines(os.getenv("USERS")) do users[#users + 1] = line end

function setup(thread)
  thread:set("id", #threads)
  threads[#threads + 1] = thread
end

function init()
  count, acknowledged, refused = 0, 0, 0
  math.randomseed(id + 7)
  prefix = os.getenv("RUN") .. "-" .. id .. "-"
end

local function headers(user)
  local name, value = user:match("^([^:]+): (.*)$")
  return { [name] = value, ["Content-Type"] = json }
end

local function post(path, body)
  local user = headers(users[math.random(#users)])
  user["Idempotency-Key"] = '"' .. prefix .. count .. '"'
  return wrk.format("POST", path, user, body)
end

function request()
  count = count + 1
  if orders_only then return post("/api/orders", order) end
  local dice = math.random(30)
  if dice <= 5 then return post("/api/points/earn", '{"amount":1,"reason":"b"}') end
  if dice <= 10 then return post("/api/orders", order) end
  return wrk.format("GET", reads[math.random(#reads)], headers(users[math.random(#users)]))
end

if pause > 0 then
  function delay() return pause end
end

function response(status)
  if status >= 200 and status < 300 then acknowledged = acknowledged + 1 else refused = refused + 1 end
  if status == 201 then created = (created or 0) + 1 end
end

function done(summary)
  local good, bad, made = 0, 0, 0
  for _, thread in ipairs(threads) do
    good = good + thread:get("acknowledged")
    bad = bad + thread:get("refused")
    made = made + (thread:get("created") or 0)
  end
  local broken = summary.errors
  local lost = broken.connect + broken.read + broken.write + broken.timeout
  print(string.format(
    "RESULT %d %d %d %d %d", good, bad, lost, made, summary.duration))
end
