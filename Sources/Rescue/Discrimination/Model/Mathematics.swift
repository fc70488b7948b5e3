#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The only file of the discrimination that imports the C library: everything else speaks in words.

func logarithm(_ value: Double) -> Double { log(value) }
func exponential(_ value: Double) -> Double { exp(value) }
func logFactorial(_ count: Int) -> Double {
  var sum = 0.0
  for factor in stride(from: 2, through: count, by: 1) { sum += log(Double(factor)) }
  return sum
}

/// The chance that a normal variable of mean 0 and deviation 1 is below a value.
func normalBelow(_ value: Double) -> Double { 0.5 * erfc(-value / 2.0.squareRoot()) }

/// The logarithm of the sum of what two logarithms stand for.
func logSum(_ first: Double, _ second: Double) -> Double {
  let (greater, lesser) = first > second ? (first, second) : (second, first)
  guard greater > -.infinity else { return greater }
  return greater + log1p(exp(lesser - greater))
}

func sineOf(_ radians: Double) -> Double { sin(radians) }
func cosineOf(_ radians: Double) -> Double { cos(radians) }
