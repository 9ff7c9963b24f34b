// Written by .ci/bundle: the bundled suite and the data of the mocks.
#include "bundle.h"

static const unsigned char file1[] = {
#embed "../../mocks/accuracy.yaml"
};
static const unsigned char file2[] = {
#embed "../../mocks/faults/busy-evening.yaml"
};
static const unsigned char file3[] = {
#embed "../../mocks/faults/duplicates-and-disorder.yaml"
};
static const unsigned char file4[] = {
#embed "../../mocks/faults/lossy-link.yaml"
};
static const unsigned char file5[] = {
#embed "../../mocks/faults/outage-3s.yaml"
};
static const unsigned char file6[] = {
#embed "../../mocks/faults/slow-night-batch.yaml"
};
static const unsigned char file7[] = {
#embed "../../mocks/openapi/entries.yaml"
};
static const unsigned char file8[] = {
#embed "../../mocks/openapi/members.yaml"
};
static const unsigned char file9[] = {
#embed "../../mocks/openapi/mini-program.yaml"
};
static const unsigned char file10[] = {
#embed "../../mocks/openapi/orders.yaml"
};
static const unsigned char file11[] = {
#embed "../../mocks/openapi/points.yaml"
};
static const unsigned char file12[] = {
#embed "../../mocks/openapi/records.yaml"
};
static const unsigned char file13[] = {
#embed "../../mocks/openapi/shared.yaml"
};
static const unsigned char file14[] = {
#embed "../../mocks/openapi/site.yaml"
};
static const unsigned char file15[] = {
#embed "../../mocks/openapi/website.yaml"
};
static const unsigned char file16[] = {
#embed "../../mocks/seed.json"
};
static const unsigned char file17[] = {
#embed "../../mocks/wechat/apiclient_cert.pem"
};
static const unsigned char file18[] = {
#embed "../../mocks/wechat/apiclient_key.pem"
};
static const unsigned char file19[] = {
#embed "../../mocks/wechat/example.yaml"
};
static const unsigned char file20[] = {
#embed "../../mocks/wechat/pub_key.pem"
};
static const unsigned char file21[] = {
#embed "../../mocks/wechat/pub_key_key.pem"
};
static const unsigned char file22[] = {
#embed "../../mocks/wechat/wechatpay_cert.pem"
};
static const unsigned char file23[] = {
#embed "../../mocks/wechat/wechatpay_key.pem"
};
static const unsigned char file24[] = {
#embed "../../scenarios/catalogue/catalogue-parity.yaml"
};
static const unsigned char file25[] = {
#embed "../../scenarios/catalogue/launch-readiness.yaml"
};
static const unsigned char file26[] = {
#embed "../../scenarios/contract.yaml"
};
static const unsigned char file27[] = {
#embed "../../scenarios/flows/customer.yaml"
};
static const unsigned char file28[] = {
#embed "../../scenarios/members/account-merge.yaml"
};
static const unsigned char file29[] = {
#embed "../../scenarios/members/member-deletion.yaml"
};
static const unsigned char file30[] = {
#embed "../../scenarios/members/member-level-up.yaml"
};
static const unsigned char file31[] = {
#embed "../../scenarios/members/member-profile-parity.yaml"
};
static const unsigned char file32[] = {
#embed "../../scenarios/members/mini-register-web-login.yaml"
};
static const unsigned char file33[] = {
#embed "../../scenarios/members/session-safety.yaml"
};
static const unsigned char file34[] = {
#embed "../../scenarios/members/web-register-mini-login.yaml"
};
static const unsigned char file35[] = {
#embed "../../scenarios/orders/after-sales.yaml"
};
static const unsigned char file36[] = {
#embed "../../scenarios/orders/mini-order-web-lookup.yaml"
};
static const unsigned char file37[] = {
#embed "../../scenarios/orders/order-idempotent.yaml"
};
static const unsigned char file38[] = {
#embed "../../scenarios/orders/order-messages.yaml"
};
static const unsigned char file39[] = {
#embed "../../scenarios/orders/order-status-flow.yaml"
};
static const unsigned char file40[] = {
#embed "../../scenarios/orders/stock-sync.yaml"
};
static const unsigned char file41[] = {
#embed "../../scenarios/orders/web-order-mini-lookup.yaml"
};
static const unsigned char file42[] = {
#embed "../../scenarios/orders/wechat-payment.yaml"
};
static const unsigned char file43[] = {
#embed "../../scenarios/outages/backend-restart.yaml"
};
static const unsigned char file44[] = {
#embed "../../scenarios/outages/duplicate-and-reorder.yaml"
};
static const unsigned char file45[] = {
#embed "../../scenarios/outages/forged-sync.yaml"
};
static const unsigned char file46[] = {
#embed "../../scenarios/outages/isolation.yaml"
};
static const unsigned char file47[] = {
#embed "../../scenarios/outages/outage-and-recovery.yaml"
};
static const unsigned char file48[] = {
#embed "../../scenarios/points/coupon-expiry.yaml"
};
static const unsigned char file49[] = {
#embed "../../scenarios/points/coupon-shared.yaml"
};
static const unsigned char file50[] = {
#embed "../../scenarios/points/coupon-single-use.yaml"
};
static const unsigned char file51[] = {
#embed "../../scenarios/points/daily-sign-in.yaml"
};
static const unsigned char file52[] = {
#embed "../../scenarios/points/points-concurrent.yaml"
};
static const unsigned char file53[] = {
#embed "../../scenarios/points/points-parity.yaml"
};
static const unsigned char file54[] = {
#embed "../../scenarios/points/refund-returns-points.yaml"
};
static const unsigned char file55[] = {
#embed "../../scenarios/records/browsing-history.yaml"
};
static const unsigned char file56[] = {
#embed "../../scenarios/records/favourites.yaml"
};
static const unsigned char file57[] = {
#embed "../../scenarios/schema/contract.schema.json"
};
static const unsigned char file58[] = {
#embed "../../scenarios/schema/flow.schema.json"
};
static const unsigned char file59[] = {
#embed "../../scenarios/schema/gate.schema.json"
};
static const unsigned char file60[] = {
#embed "../../scenarios/schema/scenario.schema.json"
};
static const unsigned char file61[] = {
#embed "../../scenarios/schema/target.schema.json"
};
static const unsigned char file62[] = {
#embed "../../scenarios/targets/mock-pages.yaml"
};
static const unsigned char file63[] = {
#embed "../../scenarios/targets/mock.yaml"
};
static const unsigned char file64[] = {
#embed "../../scenarios/traffic/mini-to-web-entry.yaml"
};
static const unsigned char file65[] = {
#embed "../../scenarios/traffic/web-to-mini-entry.yaml"
};

static const struct bundled_file files[] = {
  {"mocks/accuracy.yaml", file1, sizeof file1},
  {"mocks/faults/busy-evening.yaml", file2, sizeof file2},
  {"mocks/faults/duplicates-and-disorder.yaml", file3, sizeof file3},
  {"mocks/faults/lossy-link.yaml", file4, sizeof file4},
  {"mocks/faults/outage-3s.yaml", file5, sizeof file5},
  {"mocks/faults/slow-night-batch.yaml", file6, sizeof file6},
  {"mocks/openapi/entries.yaml", file7, sizeof file7},
  {"mocks/openapi/members.yaml", file8, sizeof file8},
  {"mocks/openapi/mini-program.yaml", file9, sizeof file9},
  {"mocks/openapi/orders.yaml", file10, sizeof file10},
  {"mocks/openapi/points.yaml", file11, sizeof file11},
  {"mocks/openapi/records.yaml", file12, sizeof file12},
  {"mocks/openapi/shared.yaml", file13, sizeof file13},
  {"mocks/openapi/site.yaml", file14, sizeof file14},
  {"mocks/openapi/website.yaml", file15, sizeof file15},
  {"mocks/seed.json", file16, sizeof file16},
  {"mocks/wechat/apiclient_cert.pem", file17, sizeof file17},
  {"mocks/wechat/apiclient_key.pem", file18, sizeof file18},
  {"mocks/wechat/example.yaml", file19, sizeof file19},
  {"mocks/wechat/pub_key.pem", file20, sizeof file20},
  {"mocks/wechat/pub_key_key.pem", file21, sizeof file21},
  {"mocks/wechat/wechatpay_cert.pem", file22, sizeof file22},
  {"mocks/wechat/wechatpay_key.pem", file23, sizeof file23},
  {"scenarios/catalogue/catalogue-parity.yaml", file24, sizeof file24},
  {"scenarios/catalogue/launch-readiness.yaml", file25, sizeof file25},
  {"scenarios/contract.yaml", file26, sizeof file26},
  {"scenarios/flows/customer.yaml", file27, sizeof file27},
  {"scenarios/members/account-merge.yaml", file28, sizeof file28},
  {"scenarios/members/member-deletion.yaml", file29, sizeof file29},
  {"scenarios/members/member-level-up.yaml", file30, sizeof file30},
  {"scenarios/members/member-profile-parity.yaml", file31, sizeof file31},
  {"scenarios/members/mini-register-web-login.yaml", file32, sizeof file32},
  {"scenarios/members/session-safety.yaml", file33, sizeof file33},
  {"scenarios/members/web-register-mini-login.yaml", file34, sizeof file34},
  {"scenarios/orders/after-sales.yaml", file35, sizeof file35},
  {"scenarios/orders/mini-order-web-lookup.yaml", file36, sizeof file36},
  {"scenarios/orders/order-idempotent.yaml", file37, sizeof file37},
  {"scenarios/orders/order-messages.yaml", file38, sizeof file38},
  {"scenarios/orders/order-status-flow.yaml", file39, sizeof file39},
  {"scenarios/orders/stock-sync.yaml", file40, sizeof file40},
  {"scenarios/orders/web-order-mini-lookup.yaml", file41, sizeof file41},
  {"scenarios/orders/wechat-payment.yaml", file42, sizeof file42},
  {"scenarios/outages/backend-restart.yaml", file43, sizeof file43},
  {"scenarios/outages/duplicate-and-reorder.yaml", file44, sizeof file44},
  {"scenarios/outages/forged-sync.yaml", file45, sizeof file45},
  {"scenarios/outages/isolation.yaml", file46, sizeof file46},
  {"scenarios/outages/outage-and-recovery.yaml", file47, sizeof file47},
  {"scenarios/points/coupon-expiry.yaml", file48, sizeof file48},
  {"scenarios/points/coupon-shared.yaml", file49, sizeof file49},
  {"scenarios/points/coupon-single-use.yaml", file50, sizeof file50},
  {"scenarios/points/daily-sign-in.yaml", file51, sizeof file51},
  {"scenarios/points/points-concurrent.yaml", file52, sizeof file52},
  {"scenarios/points/points-parity.yaml", file53, sizeof file53},
  {"scenarios/points/refund-returns-points.yaml", file54, sizeof file54},
  {"scenarios/records/browsing-history.yaml", file55, sizeof file55},
  {"scenarios/records/favourites.yaml", file56, sizeof file56},
  {"scenarios/schema/contract.schema.json", file57, sizeof file57},
  {"scenarios/schema/flow.schema.json", file58, sizeof file58},
  {"scenarios/schema/gate.schema.json", file59, sizeof file59},
  {"scenarios/schema/scenario.schema.json", file60, sizeof file60},
  {"scenarios/schema/target.schema.json", file61, sizeof file61},
  {"scenarios/targets/mock-pages.yaml", file62, sizeof file62},
  {"scenarios/targets/mock.yaml", file63, sizeof file63},
  {"scenarios/traffic/mini-to-web-entry.yaml", file64, sizeof file64},
  {"scenarios/traffic/web-to-mini-entry.yaml", file65, sizeof file65},
};

unsigned long bundled_file_count(void) { return sizeof files / sizeof *files; }

const struct bundled_file *bundled_file_at(unsigned long position) { return &files[position]; }
