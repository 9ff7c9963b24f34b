// Written by .ci/bundle: the bundled suite and the data of the mocks.
#include "bundle.h"

static const unsigned char file1[] = {
#embed "../../mocks/accuracy.yaml"
};
static const unsigned char file2[] = {
#embed "../../mocks/seed.json"
};
static const unsigned char file3[] = {
#embed "../../scenarios/contract.yaml"
};
static const unsigned char file4[] = {
#embed "../../scenarios/members/web-register-mini-login.yaml"
};
static const unsigned char file5[] = {
#embed "../../scenarios/orders/mini-order-web-lookup.yaml"
};
static const unsigned char file6[] = {
#embed "../../scenarios/points/points-parity.yaml"
};
static const unsigned char file7[] = {
#embed "../../scenarios/schema/contract.schema.json"
};
static const unsigned char file8[] = {
#embed "../../scenarios/schema/flow.schema.json"
};
static const unsigned char file9[] = {
#embed "../../scenarios/schema/scenario.schema.json"
};
static const unsigned char file10[] = {
#embed "../../scenarios/schema/target.schema.json"
};
static const unsigned char file11[] = {
#embed "../../scenarios/targets/mock.yaml"
};

static const struct bundled_file files[] = {
  {"mocks/accuracy.yaml", file1, sizeof file1},
  {"mocks/seed.json", file2, sizeof file2},
  {"scenarios/contract.yaml", file3, sizeof file3},
  {"scenarios/members/web-register-mini-login.yaml", file4, sizeof file4},
  {"scenarios/orders/mini-order-web-lookup.yaml", file5, sizeof file5},
  {"scenarios/points/points-parity.yaml", file6, sizeof file6},
  {"scenarios/schema/contract.schema.json", file7, sizeof file7},
  {"scenarios/schema/flow.schema.json", file8, sizeof file8},
  {"scenarios/schema/scenario.schema.json", file9, sizeof file9},
  {"scenarios/schema/target.schema.json", file10, sizeof file10},
  {"scenarios/targets/mock.yaml", file11, sizeof file11},
};

unsigned long bundled_file_count(void) { return sizeof files / sizeof *files; }

const struct bundled_file *bundled_file_at(unsigned long position) { return &files[position]; }
