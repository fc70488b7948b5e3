// The one function of libFuzzer that a program with a main of its own calls.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*takeInput)(const uint8_t *bytes, size_t count));
