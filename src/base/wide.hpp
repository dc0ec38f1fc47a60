// RS_WIDE before a function of plain element-wise loops: compiled once for every machine and once for those with AVX2, chosen
// when the program starts. Lanes are columns (or rows) side by side, never parts of one sum, so both give the same bits.
#pragma once

#include <cstddef>  // __GLIBC__

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define RS_THREAD_SANITIZER 1
#endif
#endif
#if defined(__SANITIZE_THREAD__)
#define RS_THREAD_SANITIZER 1
#endif

// The thread sanitizer isn't ready yet when the choice is made.
#if defined(__x86_64__) && defined(__ELF__) && defined(__GLIBC__) && !defined(RS_THREAD_SANITIZER)
#define RS_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define RS_WIDE
#endif
