import Geodesy
import Testing

@testable import Weather

@Suite struct TideTests {
  /// f and V + u computed by UTide 0.4 (Codiga 2011, after Foreman 1977) for 51° N; Pugh's nodal formulas, which we use,
  /// differ from its sums over satellites by a few thousandths and up to 1.5°.
  @Test(arguments: [
    ("2021-11-24T02:00:00Z", TidalConstituent.m2, 0.981, 309.46), ("2021-11-24T02:00:00Z", .s2, 1.0008, 60.12),
    ("2021-11-24T02:00:00Z", .n2, 0.9796, 86.13), ("2021-11-24T02:00:00Z", .k2, 1.1627, 171.59),
    ("2021-11-24T02:00:00Z", .k1, 1.0655, 356.04), ("2021-11-24T02:00:00Z", .o1, 1.112, 316.04),
    ("2021-11-24T02:00:00Z", .p1, 0.9963, 56.15), ("2021-11-24T02:00:00Z", .nu2, 0.9708, 63.92),
    ("2021-11-24T02:00:00Z", .t2, 1.0, 100.05), ("2021-11-24T02:00:00Z", .m4, 0.9625, 258.92),
    ("2021-11-24T02:00:00Z", .ms4, 0.9818, 9.58), ("2021-11-24T02:00:00Z", .mn4, 0.961, 35.59),
    ("2021-11-24T02:00:00Z", .ssa, 1.0, 126.53), ("2006-07-01T00:00:00Z", .m2, 0.9637, 239.02),
    ("2006-07-01T00:00:00Z", .k1, 1.1132, 188.96), ("2006-07-01T00:00:00Z", .o1, 1.1765, 50.42),
    ("2015-10-01T12:00:00Z", .m2, 1.0383, 281.82), ("2015-10-01T12:00:00Z", .n2, 1.0341, 237.12),
    ("2015-10-01T12:00:00Z", .k1, 0.8812, 99.93), ("2015-10-01T12:00:00Z", .o1, 0.8001, 182.07),
    ("2015-10-01T12:00:00Z", .q1, 0.8015, 138.42), ("2015-10-01T12:00:00Z", .m6, 1.1193, 125.46),
  ])
  func nodalCorrectionsAgree(time: String, constituent: TidalConstituent, factor: Double, degrees: Double) throws {
    let phase = TidalPhase(constituent, TidalAstronomy(try #require(Instant.parse(time))))
    #expect((phase.factor - factor).magnitude < 0.03)
    #expect(Units.turn(fromDegrees: phase.degrees, toDegrees: degrees).magnitude < 1.5)
  }

  /// Speeds in degrees an hour. Source: Schureman 1958, table 2.
  @Test(arguments: [
    (TidalConstituent.m2, 28.984_104_2), (.s2, 30), (.n2, 28.439_729_5), (.k2, 30.082_137_3), (.k1, 15.041_068_6),
    (.o1, 13.943_035_6), (.p1, 14.958_931_4), (.q1, 13.398_660_9), (.m4, 57.968_208_4), (.twoN2, 27.895_354_8),
    (.mu2, 27.968_208_4), (.nu2, 28.512_583_1), (.t2, 29.958_933_3), (.mf, 1.098_033_1), (.mm, 0.544_374_7),
    (.msf, 1.015_895_8), (.m6, 86.952_312_7), (.mn4, 57.423_833_7), (.ms4, 58.984_104_2),
  ])
  func speedsAreThoseOfTheTables(constituent: TidalConstituent, degreesPerHour: Double) throws {
    let start = try #require(Instant.parse("2021-11-24T00:00:00Z"))
    let first = TidalAstronomy(start).argument(constituent)
    let second = TidalAstronomy(start.adding(milliseconds: 3_600_000)).argument(constituent)
    let speed = Units.bearing(degrees: second - first)
    #expect((speed - degreesPerHour).magnitude < 2e-6)
  }

  /// One constituent of 2 m that lags 330°: at 02:00 on 24 November 2021 f H cos(V + u − g) = 0.981 · 2 · cos(−20.5°).
  @Test func aHeightIsTheSumOfItsConstituents() throws {
    let tide = try #require(
      TideHeight(
        name: "a port", meanMetres: 3.5, harmonics: [.m2: TidalHarmonic(amplitude: 2, phaseLagDegrees: 330)]))
    let metres = try tide.metres(at: try #require(Instant.parse("2021-11-24T02:00:00Z")))
    #expect((metres - (3.5 + 0.981 * 2 * 0.9365)).magnitude < 0.02)
    #expect(throws: FieldGap.self) { try tide.metres(at: Instant(millisecondsSince1970: .max)) }
    #expect(throws: FieldGap.self) { try tide.metres(at: Instant(millisecondsSince1970: .min)) }
  }

  @Test func aStreamTurnsWithItsConstituents() throws {
    let part = TidalStream.Part(
      constituent: .m2, east: TidalHarmonic(amplitude: 1.2, phaseLagDegrees: 30),
      north: TidalHarmonic(amplitude: 0.8, phaseLagDegrees: 30))
    let stream = try #require(TidalStream(name: "stream", parts: [part]))
    let place = try #require(Position(latitudeDegrees: 51, longitudeDegrees: 1.4))
    let start = try #require(Instant.parse("2021-11-24T00:00:00Z"))
    let vector = try stream.velocity(at: place, start)
    // Half a lunar semidiurnal period, 6 h 12 min 36 s, later it runs the other way.
    let opposite = try stream.velocity(at: place, start.adding(milliseconds: 22_357_000))
    #expect((vector.east + opposite.east).magnitude < 0.002 && (vector.north + opposite.north).magnitude < 0.002)
    #expect((vector.north / vector.east - 0.8 / 1.2).magnitude < 1e-9)
  }

  @Test(arguments: [Double.nan, .infinity, 1e300, 21]) func constantsThatCannotBeAreRefused(amplitude: Double) {
    let harmonic = TidalHarmonic(amplitude: amplitude, phaseLagDegrees: 0)
    #expect(TideHeight(name: "", meanMetres: 0, harmonics: [.m2: harmonic]) == nil)
    #expect(
      TidalStream(name: "", parts: [TidalStream.Part(constituent: .m2, east: harmonic, north: harmonic)]) == nil)
  }
}
