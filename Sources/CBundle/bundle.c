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
#embed "../../mocks/openapi/bookings.yaml"
};
static const unsigned char file8[] = {
#embed "../../mocks/openapi/campaigns.yaml"
};
static const unsigned char file9[] = {
#embed "../../mocks/openapi/entries.yaml"
};
static const unsigned char file10[] = {
#embed "../../mocks/openapi/figures.yaml"
};
static const unsigned char file11[] = {
#embed "../../mocks/openapi/groups.yaml"
};
static const unsigned char file12[] = {
#embed "../../mocks/openapi/inquiries.yaml"
};
static const unsigned char file13[] = {
#embed "../../mocks/openapi/lessons.yaml"
};
static const unsigned char file14[] = {
#embed "../../mocks/openapi/library.yaml"
};
static const unsigned char file15[] = {
#embed "../../mocks/openapi/lottery.yaml"
};
static const unsigned char file16[] = {
#embed "../../mocks/openapi/members.yaml"
};
static const unsigned char file17[] = {
#embed "../../mocks/openapi/mini-program.yaml"
};
static const unsigned char file18[] = {
#embed "../../mocks/openapi/orders.yaml"
};
static const unsigned char file19[] = {
#embed "../../mocks/openapi/packages.yaml"
};
static const unsigned char file20[] = {
#embed "../../mocks/openapi/points.yaml"
};
static const unsigned char file21[] = {
#embed "../../mocks/openapi/prices.yaml"
};
static const unsigned char file22[] = {
#embed "../../mocks/openapi/prompts.yaml"
};
static const unsigned char file23[] = {
#embed "../../mocks/openapi/records.yaml"
};
static const unsigned char file24[] = {
#embed "../../mocks/openapi/shared.yaml"
};
static const unsigned char file25[] = {
#embed "../../mocks/openapi/site.yaml"
};
static const unsigned char file26[] = {
#embed "../../mocks/openapi/theme.yaml"
};
static const unsigned char file27[] = {
#embed "../../mocks/openapi/website.yaml"
};
static const unsigned char file28[] = {
#embed "../../mocks/seed.json"
};
static const unsigned char file29[] = {
#embed "../../mocks/wechat/apiclient_cert.pem"
};
static const unsigned char file30[] = {
#embed "../../mocks/wechat/apiclient_key.pem"
};
static const unsigned char file31[] = {
#embed "../../mocks/wechat/example.yaml"
};
static const unsigned char file32[] = {
#embed "../../mocks/wechat/pub_key.pem"
};
static const unsigned char file33[] = {
#embed "../../mocks/wechat/pub_key_key.pem"
};
static const unsigned char file34[] = {
#embed "../../mocks/wechat/wechatpay_cert.pem"
};
static const unsigned char file35[] = {
#embed "../../mocks/wechat/wechatpay_key.pem"
};
static const unsigned char file36[] = {
#embed "../../scenarios/campaigns/campaign-parity.yaml"
};
static const unsigned char file37[] = {
#embed "../../scenarios/campaigns/form-lottery.yaml"
};
static const unsigned char file38[] = {
#embed "../../scenarios/campaigns/group-buy.yaml"
};
static const unsigned char file39[] = {
#embed "../../scenarios/campaigns/purchase-perk.yaml"
};
static const unsigned char file40[] = {
#embed "../../scenarios/campaigns/referral.yaml"
};
static const unsigned char file41[] = {
#embed "../../scenarios/campaigns/share-rewards.yaml"
};
static const unsigned char file42[] = {
#embed "../../scenarios/catalogue/brand-parity.yaml"
};
static const unsigned char file43[] = {
#embed "../../scenarios/catalogue/catalogue-parity.yaml"
};
static const unsigned char file44[] = {
#embed "../../scenarios/catalogue/launch-readiness.yaml"
};
static const unsigned char file45[] = {
#embed "../../scenarios/contract.yaml"
};
static const unsigned char file46[] = {
#embed "../../scenarios/figures/conversion-paths.yaml"
};
static const unsigned char file47[] = {
#embed "../../scenarios/figures/kpi-accuracy.yaml"
};
static const unsigned char file48[] = {
#embed "../../scenarios/flows/customer.yaml"
};
static const unsigned char file49[] = {
#embed "../../scenarios/flows/to-mini.yaml"
};
static const unsigned char file50[] = {
#embed "../../scenarios/flows/to-web.yaml"
};
static const unsigned char file51[] = {
#embed "../../scenarios/members/account-merge.yaml"
};
static const unsigned char file52[] = {
#embed "../../scenarios/members/member-deletion.yaml"
};
static const unsigned char file53[] = {
#embed "../../scenarios/members/member-level-up.yaml"
};
static const unsigned char file54[] = {
#embed "../../scenarios/members/member-profile-parity.yaml"
};
static const unsigned char file55[] = {
#embed "../../scenarios/members/mini-register-web-login.yaml"
};
static const unsigned char file56[] = {
#embed "../../scenarios/members/session-safety.yaml"
};
static const unsigned char file57[] = {
#embed "../../scenarios/members/web-register-mini-login.yaml"
};
static const unsigned char file58[] = {
#embed "../../scenarios/orders/after-sales.yaml"
};
static const unsigned char file59[] = {
#embed "../../scenarios/orders/mini-order-web-lookup.yaml"
};
static const unsigned char file60[] = {
#embed "../../scenarios/orders/order-idempotent.yaml"
};
static const unsigned char file61[] = {
#embed "../../scenarios/orders/order-messages.yaml"
};
static const unsigned char file62[] = {
#embed "../../scenarios/orders/order-status-flow.yaml"
};
static const unsigned char file63[] = {
#embed "../../scenarios/orders/stock-sync.yaml"
};
static const unsigned char file64[] = {
#embed "../../scenarios/orders/web-order-mini-lookup.yaml"
};
static const unsigned char file65[] = {
#embed "../../scenarios/orders/wechat-payment.yaml"
};
static const unsigned char file66[] = {
#embed "../../scenarios/outages/backend-restart.yaml"
};
static const unsigned char file67[] = {
#embed "../../scenarios/outages/duplicate-and-reorder.yaml"
};
static const unsigned char file68[] = {
#embed "../../scenarios/outages/forged-sync.yaml"
};
static const unsigned char file69[] = {
#embed "../../scenarios/outages/isolation.yaml"
};
static const unsigned char file70[] = {
#embed "../../scenarios/outages/outage-and-recovery.yaml"
};
static const unsigned char file71[] = {
#embed "../../scenarios/points/coupon-expiry.yaml"
};
static const unsigned char file72[] = {
#embed "../../scenarios/points/coupon-shared.yaml"
};
static const unsigned char file73[] = {
#embed "../../scenarios/points/coupon-single-use.yaml"
};
static const unsigned char file74[] = {
#embed "../../scenarios/points/daily-sign-in.yaml"
};
static const unsigned char file75[] = {
#embed "../../scenarios/points/points-concurrent.yaml"
};
static const unsigned char file76[] = {
#embed "../../scenarios/points/points-parity.yaml"
};
static const unsigned char file77[] = {
#embed "../../scenarios/points/refund-returns-points.yaml"
};
static const unsigned char file78[] = {
#embed "../../scenarios/records/browsing-history.yaml"
};
static const unsigned char file79[] = {
#embed "../../scenarios/records/downloads.yaml"
};
static const unsigned char file80[] = {
#embed "../../scenarios/records/favourites.yaml"
};
static const unsigned char file81[] = {
#embed "../../scenarios/schema/contract.schema.json"
};
static const unsigned char file82[] = {
#embed "../../scenarios/schema/flow.schema.json"
};
static const unsigned char file83[] = {
#embed "../../scenarios/schema/gate.schema.json"
};
static const unsigned char file84[] = {
#embed "../../scenarios/schema/scenario.schema.json"
};
static const unsigned char file85[] = {
#embed "../../scenarios/schema/target.schema.json"
};
static const unsigned char file86[] = {
#embed "../../scenarios/services/booking-confirmation.yaml"
};
static const unsigned char file87[] = {
#embed "../../scenarios/services/inquiry-follow-up.yaml"
};
static const unsigned char file88[] = {
#embed "../../scenarios/services/package-redemption.yaml"
};
static const unsigned char file89[] = {
#embed "../../scenarios/services/solution-progress.yaml"
};
static const unsigned char file90[] = {
#embed "../../scenarios/services/trial-lesson.yaml"
};
static const unsigned char file91[] = {
#embed "../../scenarios/targets/mock-pages.yaml"
};
static const unsigned char file92[] = {
#embed "../../scenarios/targets/mock.yaml"
};
static const unsigned char file93[] = {
#embed "../../scenarios/traffic/exclusive-download.yaml"
};
static const unsigned char file94[] = {
#embed "../../scenarios/traffic/mini-to-web-entry.yaml"
};
static const unsigned char file95[] = {
#embed "../../scenarios/traffic/prompt-frequency.yaml"
};
static const unsigned char file96[] = {
#embed "../../scenarios/traffic/web-to-mini-entry.yaml"
};

static const struct bundled_file files[] = {
  {"mocks/accuracy.yaml", file1, sizeof file1},
  {"mocks/faults/busy-evening.yaml", file2, sizeof file2},
  {"mocks/faults/duplicates-and-disorder.yaml", file3, sizeof file3},
  {"mocks/faults/lossy-link.yaml", file4, sizeof file4},
  {"mocks/faults/outage-3s.yaml", file5, sizeof file5},
  {"mocks/faults/slow-night-batch.yaml", file6, sizeof file6},
  {"mocks/openapi/bookings.yaml", file7, sizeof file7},
  {"mocks/openapi/campaigns.yaml", file8, sizeof file8},
  {"mocks/openapi/entries.yaml", file9, sizeof file9},
  {"mocks/openapi/figures.yaml", file10, sizeof file10},
  {"mocks/openapi/groups.yaml", file11, sizeof file11},
  {"mocks/openapi/inquiries.yaml", file12, sizeof file12},
  {"mocks/openapi/lessons.yaml", file13, sizeof file13},
  {"mocks/openapi/library.yaml", file14, sizeof file14},
  {"mocks/openapi/lottery.yaml", file15, sizeof file15},
  {"mocks/openapi/members.yaml", file16, sizeof file16},
  {"mocks/openapi/mini-program.yaml", file17, sizeof file17},
  {"mocks/openapi/orders.yaml", file18, sizeof file18},
  {"mocks/openapi/packages.yaml", file19, sizeof file19},
  {"mocks/openapi/points.yaml", file20, sizeof file20},
  {"mocks/openapi/prices.yaml", file21, sizeof file21},
  {"mocks/openapi/prompts.yaml", file22, sizeof file22},
  {"mocks/openapi/records.yaml", file23, sizeof file23},
  {"mocks/openapi/shared.yaml", file24, sizeof file24},
  {"mocks/openapi/site.yaml", file25, sizeof file25},
  {"mocks/openapi/theme.yaml", file26, sizeof file26},
  {"mocks/openapi/website.yaml", file27, sizeof file27},
  {"mocks/seed.json", file28, sizeof file28},
  {"mocks/wechat/apiclient_cert.pem", file29, sizeof file29},
  {"mocks/wechat/apiclient_key.pem", file30, sizeof file30},
  {"mocks/wechat/example.yaml", file31, sizeof file31},
  {"mocks/wechat/pub_key.pem", file32, sizeof file32},
  {"mocks/wechat/pub_key_key.pem", file33, sizeof file33},
  {"mocks/wechat/wechatpay_cert.pem", file34, sizeof file34},
  {"mocks/wechat/wechatpay_key.pem", file35, sizeof file35},
  {"scenarios/campaigns/campaign-parity.yaml", file36, sizeof file36},
  {"scenarios/campaigns/form-lottery.yaml", file37, sizeof file37},
  {"scenarios/campaigns/group-buy.yaml", file38, sizeof file38},
  {"scenarios/campaigns/purchase-perk.yaml", file39, sizeof file39},
  {"scenarios/campaigns/referral.yaml", file40, sizeof file40},
  {"scenarios/campaigns/share-rewards.yaml", file41, sizeof file41},
  {"scenarios/catalogue/brand-parity.yaml", file42, sizeof file42},
  {"scenarios/catalogue/catalogue-parity.yaml", file43, sizeof file43},
  {"scenarios/catalogue/launch-readiness.yaml", file44, sizeof file44},
  {"scenarios/contract.yaml", file45, sizeof file45},
  {"scenarios/figures/conversion-paths.yaml", file46, sizeof file46},
  {"scenarios/figures/kpi-accuracy.yaml", file47, sizeof file47},
  {"scenarios/flows/customer.yaml", file48, sizeof file48},
  {"scenarios/flows/to-mini.yaml", file49, sizeof file49},
  {"scenarios/flows/to-web.yaml", file50, sizeof file50},
  {"scenarios/members/account-merge.yaml", file51, sizeof file51},
  {"scenarios/members/member-deletion.yaml", file52, sizeof file52},
  {"scenarios/members/member-level-up.yaml", file53, sizeof file53},
  {"scenarios/members/member-profile-parity.yaml", file54, sizeof file54},
  {"scenarios/members/mini-register-web-login.yaml", file55, sizeof file55},
  {"scenarios/members/session-safety.yaml", file56, sizeof file56},
  {"scenarios/members/web-register-mini-login.yaml", file57, sizeof file57},
  {"scenarios/orders/after-sales.yaml", file58, sizeof file58},
  {"scenarios/orders/mini-order-web-lookup.yaml", file59, sizeof file59},
  {"scenarios/orders/order-idempotent.yaml", file60, sizeof file60},
  {"scenarios/orders/order-messages.yaml", file61, sizeof file61},
  {"scenarios/orders/order-status-flow.yaml", file62, sizeof file62},
  {"scenarios/orders/stock-sync.yaml", file63, sizeof file63},
  {"scenarios/orders/web-order-mini-lookup.yaml", file64, sizeof file64},
  {"scenarios/orders/wechat-payment.yaml", file65, sizeof file65},
  {"scenarios/outages/backend-restart.yaml", file66, sizeof file66},
  {"scenarios/outages/duplicate-and-reorder.yaml", file67, sizeof file67},
  {"scenarios/outages/forged-sync.yaml", file68, sizeof file68},
  {"scenarios/outages/isolation.yaml", file69, sizeof file69},
  {"scenarios/outages/outage-and-recovery.yaml", file70, sizeof file70},
  {"scenarios/points/coupon-expiry.yaml", file71, sizeof file71},
  {"scenarios/points/coupon-shared.yaml", file72, sizeof file72},
  {"scenarios/points/coupon-single-use.yaml", file73, sizeof file73},
  {"scenarios/points/daily-sign-in.yaml", file74, sizeof file74},
  {"scenarios/points/points-concurrent.yaml", file75, sizeof file75},
  {"scenarios/points/points-parity.yaml", file76, sizeof file76},
  {"scenarios/points/refund-returns-points.yaml", file77, sizeof file77},
  {"scenarios/records/browsing-history.yaml", file78, sizeof file78},
  {"scenarios/records/downloads.yaml", file79, sizeof file79},
  {"scenarios/records/favourites.yaml", file80, sizeof file80},
  {"scenarios/schema/contract.schema.json", file81, sizeof file81},
  {"scenarios/schema/flow.schema.json", file82, sizeof file82},
  {"scenarios/schema/gate.schema.json", file83, sizeof file83},
  {"scenarios/schema/scenario.schema.json", file84, sizeof file84},
  {"scenarios/schema/target.schema.json", file85, sizeof file85},
  {"scenarios/services/booking-confirmation.yaml", file86, sizeof file86},
  {"scenarios/services/inquiry-follow-up.yaml", file87, sizeof file87},
  {"scenarios/services/package-redemption.yaml", file88, sizeof file88},
  {"scenarios/services/solution-progress.yaml", file89, sizeof file89},
  {"scenarios/services/trial-lesson.yaml", file90, sizeof file90},
  {"scenarios/targets/mock-pages.yaml", file91, sizeof file91},
  {"scenarios/targets/mock.yaml", file92, sizeof file92},
  {"scenarios/traffic/exclusive-download.yaml", file93, sizeof file93},
  {"scenarios/traffic/mini-to-web-entry.yaml", file94, sizeof file94},
  {"scenarios/traffic/prompt-frequency.yaml", file95, sizeof file95},
  {"scenarios/traffic/web-to-mini-entry.yaml", file96, sizeof file96},
};

unsigned long bundled_file_count(void) { return sizeof files / sizeof *files; }

const struct bundled_file *bundled_file_at(unsigned long position) { return &files[position]; }
