/*
 * Runs a TestU01 battery on 64-bit words read from standard input; each word gives its low half, then its high half.
 *
 * usage: words small|crush NAME          the battery
 *        words crush NAME TEST [COUNT]   one test of Crush by its number (1-96), COUNT times
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <TestU01.h>

#define HALVES (1 << 18)
#define CRUSH_TESTS 96

static uint32_t halves[HALVES];
static size_t at = HALVES;

static unsigned int next_half(void)
{
    if (at == HALVES) {
        if (fread(halves, sizeof halves, 1, stdin) != 1) {
            fprintf(stderr, "words: the stream ended\n");
            exit(1);
        }
        at = 0;
    }
    return halves[at++];
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: words small|crush NAME [TEST [COUNT]]\n");
        return 2;
    }
    unif01_Gen *generator = unif01_CreateExternGenBits(argv[2], next_half);
    if (argc > 3) {
        static int repeats[CRUSH_TESTS + 1];
        int test = atoi(argv[3]);
        if (test < 1 || test > CRUSH_TESTS) {
            fprintf(stderr, "words: Crush has tests 1 to %d\n", CRUSH_TESTS);
            return 2;
        }
        repeats[test] = argc > 4 ? atoi(argv[4]) : 1;
        bbattery_RepeatCrush(generator, repeats);
    } else if (strcmp(argv[1], "crush") == 0) {
        bbattery_Crush(generator);
    } else {
        bbattery_SmallCrush(generator);
    }
    unif01_DeleteExternGenBits(generator);
    return 0;
}
