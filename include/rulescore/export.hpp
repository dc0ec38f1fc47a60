// RULESCORE_EXPORT marks what the library offers; everything else stays hidden.
#pragma once

#if defined(RULESCORE_STATIC)
#define RULESCORE_EXPORT
#else
#define RULESCORE_EXPORT __attribute__((visibility("default")))
#endif
