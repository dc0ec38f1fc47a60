// RS_CLONES before a function: compiled twice, for processors with 256-bit arithmetic and for all, and picked when the program starts.
// Both round alike (nothing is contracted), so results don't depend on which runs. For loops over independent elements only.
#pragma once

// Picking at start needs the linker's help, which sanitizers disturb.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define RS_SANITIZED
#endif
#endif
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
    !defined(RS_SANITIZED)
#define RS_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define RS_CLONES
#endif
