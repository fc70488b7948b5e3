#include <netcdf.h>

/* HDF5, which netCDF 4 files are, prints its errors on every thread unless it is told not to; netCDF tells it for one thread. */
int H5Eset_auto2(long long stack, void *function, void *data);
