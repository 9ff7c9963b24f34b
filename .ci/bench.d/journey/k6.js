// The journey by hand for k6: the same requests, captures and checks. FIRST keeps the phone numbers of
// different runs apart.
import http from 'k6/http';
import exec from 'k6/execution';
import { check } from 'k6';

export const options = {
  scenarios: {
    journey: {
      executor: 'shared-iterations',
      vus: Math.min(16, Number(__ENV.JOURNEYS)),
      iterations: Number(__ENV.JOURNEYS),
    },
  },
  thresholds: { checks: ['rate==1'] },
};

const base = __ENV.BASE;
const json = { headers: { 'Content-Type': 'application/json' } };

function ok(response) {
  return check(response, { 'status is 2xx': (r) => r.status >= 200 && r.status < 300 });
}

function earn(amount) {
  return http.post(`${base}/api/points/earn`, JSON.stringify({ amount, reason: 'review' }), json);
}

export default function () {
  const phone = String(Number(__ENV.FIRST) + exec.scenario.iterationInTest);
  const person = JSON.stringify({ phone, password: `pw-${phone}-Aa1` });

  const registered = http.post(`${base}/api/register`, person, json);
  if (!ok(registered)) return;
  const member = registered.json();
  check(member, { 'begins without points': (m) => m.points === 0 });

  const earned = earn(50);
  if (!ok(earned)) return;
  const points = earned.json().points;
  check(points, { 'earned 50': (p) => p === 50 });

  const answer = http.get(`${base}/api/member`);
  if (!ok(answer)) return;
  const me = answer.json();
  check(me, {
    'is the same member': (m) => m.memberId === member.memberId,
    'has what was earned': (m) => m.points === points,
  });

  const again = earn(7);
  if (!ok(again)) return;
  check(again.json(), { 'earned 7 more': (a) => a.points === me.points + 7 });
}
