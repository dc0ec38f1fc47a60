// RS_WIDE before a function of plain element-wise loops: compiled once for every machine and once for those with AVX2, chosen
// when the program starts. Lanes are columns (or rows) side by side, never parts of one sum, so both give the same bits.
#pragma once

#include <cstddef>  // __GLIBC__

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define RS_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
#define RS_SANITIZED 1
#endif

// The sanitizers aren't ready yet when the choice is made.
#if defined(__x86_64__) && defined(__ELF__) && defined(__GLIBC__) && !defined(RS_SANITIZED)
#define RS_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define RS_WIDE
#endif
