#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One half to a power.
func powerOfHalf(_ exponent: Double) -> Double { exp2(-exponent) }

/// The logarithm of the probability to be missed by one look that shows a craft with this probability.
func logarithmOfMiss(_ probability: Double) -> Double { log1p(-min(max(probability, 0), 0.9999)) }

/// The probability to be seen, of the summed logarithms of the probabilities to be missed.
func probabilitySeen(_ logarithmOfMisses: Double) -> Double { -expm1(logarithmOfMisses) }
