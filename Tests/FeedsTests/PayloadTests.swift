import Foundation
import Testing

@testable import Feeds

struct PayloadTests {
  private func payload(_ bits: [Bool]) -> AISPayload {
    var maker = BitMaker(type: 0, mmsi: 0)
    maker.bits = bits
    let (characters, fill) = maker.armoured
    var payload = AISPayload()
    #expect(characters.withUnsafeBytes { Armour.append($0, to: &payload) } == .done)
    payload.drop(fillBits: fill)
    return payload
  }

  @Test func fieldsAgreeWithReadingBitByBit() {
    var numbers = SeededNumbers(state: 1)
    let bits = (0..<500).map { _ in Bool.random(using: &numbers) }
    let payload = payload(bits)
    #expect(payload.bitCount == 500)
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...32, using: &numbers)
      let start = Int.random(in: 0...(500 - count), using: &numbers)
      let expected = bits[start..<start + count].reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
      #expect(payload.unsigned(start, count) == expected)
      #expect(payload.signed(start, count) == (bits[start] ? expected - 1 << count : expected))
    }
  }

  @Test func readingOutsideGivesZero() {
    let payload = payload([Bool](repeating: true, count: 100))
    #expect(payload.unsigned(100, 32) == 0)
    #expect(payload.unsigned(96, 8) == 0b1111_0000)
    for start in [-1, AISPayload.maximumBits - 5, AISPayload.maximumBits, Int.max, Int.min] {
      #expect(payload.unsigned(start, 6) == 0)
      #expect(payload.signed(start, 6) == 0)
    }
    #expect(payload.unsigned(0, 0) == 0)
    #expect(payload.wide(0, 65) == 0)
    #expect(payload.wide(0, -4) == 0)
    #expect(payload.bytes(from: 96, bits: 4) == [0xF0])
    #expect(payload.bytes(from: 0, bits: -1).isEmpty)
  }

  @Test func fillBitsAreTakenOff() {
    var payload = AISPayload()
    #expect(Array("www".utf8).withUnsafeBytes { Armour.append($0, to: &payload) } == .done)
    payload.drop(fillBits: 5)
    #expect(payload.bitCount == 13)
    #expect(payload.unsigned(0, 32) == 0xFFF8_0000)
  }

  @Test func everyCharacterOfTheArmour() {
    for character in UInt8.min...UInt8.max {
      for place in 0..<9 {
        var text = Array("000000000".utf8)
        text[place] = character
        var payload = AISPayload()
        let outcome = text.withUnsafeBytes { Armour.append($0, to: &payload) }
        let isGood = (0x30...0x57).contains(character) || (0x60...0x77).contains(character)
        #expect((outcome == .done) == isGood, "character \(character) at \(place)")
        guard isGood else { continue }
        #expect(payload.unsigned(6 * place, 6) == Int(character) - (character < 0x60 ? 48 : 56))
      }
    }
  }

  @Test func tooManyCharactersAreRefused() {
    var payload = AISPayload()
    let most = [UInt8](repeating: 0x77, count: AISPayload.maximumBits / 6)
    #expect(most.withUnsafeBytes { Armour.append($0, to: &payload) } == .done)
    #expect([0x77].withUnsafeBytes { Armour.append($0, to: &payload) } == .tooLong)
    payload.clear()
    #expect(payload == AISPayload())
  }

  @Test func textEndsAtTheFirstAtSignAndLosesItsSpaces() {
    var maker = BitMaker(type: 0, mmsi: 0)
    maker.bits = []
    maker.add("AB 1  ", characters: 6)
    maker.add("@", characters: 1)
    maker.add("XYZ", characters: 3)
    let payload = payload(maker.bits)
    #expect(payload.text(0, characters: 10).description == "AB 1")
    #expect(payload.text(36, characters: 4).description == "")
    #expect(payload.text(36, characters: 4).nonEmpty == nil)
    #expect(payload.text(from: 42).description == "XYZ")
  }
}
