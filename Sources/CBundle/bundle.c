// Written by .ci/bundle: the bundled suite and the data of the mocks.
#include "bundle.h"

static const unsigned char file1[] = {
#embed "../../mocks/seed.json"
};
static const unsigned char file2[] = {
#embed "../../scenarios/contract.yaml"
};
static const unsigned char file3[] = {
#embed "../../scenarios/members/web-register-mini-login.yaml"
};
static const unsigned char file4[] = {
#embed "../../scenarios/orders/mini-order-web-lookup.yaml"
};
static const unsigned char file5[] = {
#embed "../../scenarios/points/points-parity.yaml"
};
static const unsigned char file6[] = {
#embed "../../scenarios/schema/contract.schema.json"
};
static const unsigned char file7[] = {
#embed "../../scenarios/schema/flow.schema.json"
};
static const unsigned char file8[] = {
#embed "../../scenarios/schema/scenario.schema.json"
};
static const unsigned char file9[] = {
#embed "../../scenarios/schema/target.schema.json"
};
static const unsigned char file10[] = {
#embed "../../scenarios/targets/mock.yaml"
};

static const struct bundled_file files[] = {
  {"mocks/seed.json", file1, sizeof file1},
  {"scenarios/contract.yaml", file2, sizeof file2},
  {"scenarios/members/web-register-mini-login.yaml", file3, sizeof file3},
  {"scenarios/orders/mini-order-web-lookup.yaml", file4, sizeof file4},
  {"scenarios/points/points-parity.yaml", file5, sizeof file5},
  {"scenarios/schema/contract.schema.json", file6, sizeof file6},
  {"scenarios/schema/flow.schema.json", file7, sizeof file7},
  {"scenarios/schema/scenario.schema.json", file8, sizeof file8},
  {"scenarios/schema/target.schema.json", file9, sizeof file9},
  {"scenarios/targets/mock.yaml", file10, sizeof file10},
};

unsigned long bundled_file_count(void) { return sizeof files / sizeof *files; }

const struct bundled_file *bundled_file_at(unsigned long position) { return &files[position]; }
