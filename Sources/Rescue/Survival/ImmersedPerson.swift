/// What is known of one person in the water: the key variables that are recorded first.
///
/// Everything but the temperature may be unknown, and unknown is not assumed to be good or bad.
public struct ImmersedPerson: Hashable, Sendable {
  /// Temperature of the water, in degrees Celsius.
  public var waterCelsius: Double
  /// What they wear.
  public var clothing: Clothing?
  /// What keeps them afloat.
  public var flotation: Flotation?
  /// How they are built: fat under the skin insulates.
  public var build: Build?
  /// How old they are, roughly.
  public var age: AgeGroup?
  /// Minutes in the water so far.
  public var minutesInWater: Double?

  /// What a person wears.
  public enum Clothing: String, Sendable, CaseIterable, Codable {
    /// Light or ordinary clothes.
    case ordinary
    /// Several warm layers.
    case warm
    /// A wet suit.
    case wetSuit
    /// A dry or immersion suit.
    case drySuit
  }

  /// What keeps a person afloat.
  public enum Flotation: String, Sendable, CaseIterable, Codable {
    /// Nothing.
    case none
    /// A life jacket or buoyancy aid that is worn.
    case worn
    /// Something to hold on to.
    case held
  }

  /// How a person is built.
  public enum Build: String, Sendable, CaseIterable, Codable {
    /// Lean.
    case lean
    /// Average.
    case average
    /// Heavy.
    case heavy
  }

  /// How old a person is.
  public enum AgeGroup: String, Sendable, CaseIterable, Codable {
    /// Too young to help themselves.
    case infant
    /// A child.
    case child
    /// An adult.
    case adult
    /// Sixty and more.
    case older
  }

  /// A person in water of a temperature.
  public init(waterCelsius: Double) { self.waterCelsius = waterCelsius }

  /// Temperatures that sea water has, in degrees Celsius.
  public static let temperatures = -2.0...40.0
  /// The longest time in the water that is taken, in minutes: ten days.
  public static let mostMinutes = 14_400.0
}
