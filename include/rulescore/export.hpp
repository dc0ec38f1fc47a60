// RULESCORE_EXPORT marks what the library offers; everything else stays hidden. The same in a static library, so that both kinds
// are made of the same objects; who links one into a module of his own hides it with --exclude-libs, as ours does.
#pragma once

#define RULESCORE_EXPORT __attribute__((visibility("default")))
