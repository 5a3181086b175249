/* The parts of complex numbers that Windows has and Wine 8 lacks; only for try_under_wine.sh. */
#include <math.h>

typedef struct {
    float real, imaginary;
} Small;

typedef struct {
    double real, imaginary;
} Large;

float crealf(Small z) { return z.real; }
float cimagf(Small z) { return z.imaginary; }
float cabsf(Small z) { return (float)hypot(z.real, z.imaginary); }
float cargf(Small z) { return (float)atan2(z.imaginary, z.real); }
double creal(Large z) { return z.real; }
double cimag(Large z) { return z.imaginary; }
double cabs(Large z) { return hypot(z.real, z.imaginary); }
double carg(Large z) { return atan2(z.imaginary, z.real); }
/* Windows' long double is a double. */
double creall(Large z) { return z.real; }
double cimagl(Large z) { return z.imaginary; }
double cabsl(Large z) { return hypot(z.real, z.imaginary); }
double cargl(Large z) { return atan2(z.imaginary, z.real); }
