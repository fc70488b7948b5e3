/// A velocity that weather files carry.
public enum WeatherQuantity: String, Sendable, CaseIterable {
  /// The wind 10 m above the sea.
  case wind
  /// The current at the surface.
  case current
  /// The drift by waves at the surface (Stokes).
  case waves
}
