import Testing
import Tracking

@testable import Operations

@Suite("Finding a craft in the picture")
struct PictureSearchTests {
  private func sea() throws -> Sea {
    let sea = try Sea()
    let craft: [(UInt32, String, String, Int)] = [
      (235_000_001, "DOVER", "GAAA", 9_074_729), (235_000_002, "DOVER STAR", "GBBB", 0),
      (235_000_003, "PRIDE OF DOVER", "DOVER1", 0), (235_000_004, "SPIRIT", "GDDD", 0),
      (227_000_005, "CÔTE D OPALE", "FEEE", 0), (235_000_006, "DOVER BAY", "GFFF", 0),
    ]
    for (mmsi, name, callSign, imo) in craft {
      try sea.hear(AISLines.position(mmsi, 51, 1.4), AISLines.statics(mmsi, name: name, callSign: callSign, imo: imo))
    }
    return sea
  }

  private func found(_ sea: Sea, _ text: String) -> [UInt32] {
    sea.picture.search(text, limit: 20).found.compactMap { $0.mmsi.map { $0 % 10 } }
  }

  @Test func theWholeNameComesFirstThenItsBeginningThenTheRest() throws {
    let sea = try sea()
    #expect(found(sea, "dover") == [1, 6, 2, 3])
    #expect(found(sea, "Dover  star") == [2])
    #expect(found(sea, "of-dover") == [3])
  }

  @Test func numbersMatchFromTheirStart() throws {
    let sea = try sea()
    #expect(found(sea, "235000004") == [4])
    #expect(found(sea, "23500000").count == 5)
    #expect(found(sea, "9074729") == [1])
    #expect(found(sea, "9074") == [1])
    #expect(found(sea, "000004") == [])
    #expect(found(sea, "gddd") == [4])
    #expect(found(sea, "gdd") == [4])
    #expect(found(sea, "ddd") == [])
  }

  @Test(arguments: ["", "   ", "-.,'", "\u{0}", "%", "zzz"])
  func nothingIsFoundForNothing(_ text: String) throws {
    let answer = try sea().picture.search(text, limit: 20)
    #expect(answer.found.isEmpty && !answer.more)
  }

  @Test func moreThanAskedForIsSaid() throws {
    let sea = try sea()
    let two = sea.picture.search("dover", limit: 2)
    #expect(two.found.compactMap { $0.mmsi.map { $0 % 10 } } == [1, 6] && two.more)
    #expect(!sea.picture.search("dover", limit: 4).more)
  }

  @Test func aSearchWithoutEndIsCut() throws {
    let sea = try sea()
    #expect(found(sea, "dover" + String(repeating: " ", count: 200_000) + "x") == [1, 6, 2, 3])
  }
}
