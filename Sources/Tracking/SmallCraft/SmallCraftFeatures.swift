/// What is observed of a craft by which it can be told whether it is a small boat. Nothing of it is about people or
/// flags.
public struct SmallCraftFeatures: Hashable, Sendable, Codable {
  /// What is heard of a transponder.
  public enum Transponder: String, Hashable, Sendable, Codable, CaseIterable {
    /// A class A transponder, as ships carry.
    case classA
    /// A class B transponder, as small craft may carry.
    case classB
    /// None, though others are heard there and the craft is seen.
    case silent
    /// It cannot be told, because nobody is heard there or it was just found.
    case unknown
  }

  /// Where the craft was first seen.
  public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
    /// In a sector of the shore that was named to the watch.
    case shoreSector
    /// Somewhere else.
    case elsewhere
    /// No sector was named, or it was there when the watch began.
    case unknown
  }

  /// Mean speed over the last minutes, in knots.
  public var speedKnots: Double?
  /// Mean change of course, in degrees a minute.
  public var turnDegreesPerMinute: Double?
  /// Length over all in metres, measured or said.
  public var lengthMetres: Double?
  /// What is heard of a transponder.
  public var transponder: Transponder
  /// Where it was first seen.
  public var origin: Origin

  /// What is observed; all of it may be unknown.
  public init(
    speedKnots: Double? = nil, turnDegreesPerMinute: Double? = nil, lengthMetres: Double? = nil,
    transponder: Transponder = .unknown, origin: Origin = .unknown
  ) {
    self.speedKnots = speedKnots
    self.turnDegreesPerMinute = turnDegreesPerMinute
    self.lengthMetres = lengthMetres
    self.transponder = transponder
    self.origin = origin
  }

  /// The numbers that the logistic function weighs, each 0 when it is not known.
  ///
  /// Speed goes in as the part up to 8 knots and the part above 12, since both very slow and fast craft are small;
  /// turning and length go in by their logarithms.
  package var numbers: [SmallCraftTerm.Name: Double] {
    var numbers: [SmallCraftTerm.Name: Double] = [.start: 1]
    if let speedKnots, speedKnots.isFinite {
      let speed = min(max(speedKnots, 0), 60)
      numbers[.slowness] = max(0, 8 - speed) / 8
      numbers[.haste] = min(max(0, speed - 12), 20) / 10
      numbers[.speedKnown] = 1
    }
    if let turnDegreesPerMinute, turnDegreesPerMinute.isFinite {
      numbers[.turning] = naturalLogarithm(1 + min(max(turnDegreesPerMinute, 0), 180)) / 3
    }
    if let lengthMetres, lengthMetres.isFinite, lengthMetres > 0 {
      numbers[.length] = -naturalLogarithm(min(max(lengthMetres, 2), 400) / 15)
    }
    switch transponder {
    case .classA: numbers[.classA] = 1
    case .classB: numbers[.classB] = 1
    case .silent: numbers[.silence] = 1
    case .unknown: break
    }
    switch origin {
    case .shoreSector: numbers[.fromShore] = 1
    case .elsewhere: numbers[.fromElsewhere] = 1
    case .unknown: break
    }
    return numbers
  }
}
