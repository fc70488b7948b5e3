import Testing

@testable import Networks

@Suite struct ReadingTests {
  @Test func numbersComeInOrderAndOtherNamesBehindThem() throws {
    let network = try read("7 3\n# remark\nx 3 2.5\n\n007 7\n")
    #expect((0..<network.names.count).map { network.names[$0] } == ["3", "7", "x", "007"])
    #expect(network.graph().weight(from: 2, to: 0) == 2.5)
    #expect(network.notes.silentRows == 2)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesEndInAnyWay(ending: String) throws {
    #expect(try read("0 1\(ending)1 2").graph().edgeCount == 2)
  }

  @Test func chunksMayBeCutAnywhere() throws {
    let text = Array("source,target,weight\r\n\"a, b\",c,2\r\nc,d,\"1,5\"\r\n".utf8)
    for size in 1...text.count {
      var reader = NetworkReader()
      for start in stride(from: 0, to: text.count, by: size) {
        let part = Array(text[start..<min(start + size, text.count)])
        try part.withUnsafeBufferPointer { part in try reader.take(UnsafeRawBufferPointer(part)) }
      }
      let network = try reader.finish()
      #expect(network.names[0] == "a, b")
      #expect(network.links.weights == [2, 1.5])
    }
  }

  @Test func columnsAreGuessedAndTold() throws {
    let network = try read("id;Payer;payee;Amount;Date;Type\n1;a;b;1.250,50;24.11.2021;cash\n")
    #expect(network.links.weights == [1250.5])
    #expect(network.links.times == [1_637_712_000])
    #expect(network.kindNames == ["cash"])
    #expect(
      network.notes.format
        == "a table with from = column 2, to = column 3, weight = column 4, kind = column 6, time = column 5")
  }

  @Test func refusalsNameTheRow() {
    #expect(fault("")?.code == .empty)
    #expect(fault("a a\nb b\n")?.message == "every one of its 2 links leads back to its own node")
    #expect(fault("0 1\n2\n") == GraphFault(.badRow, row: 2, "the line has one word; it needs the names of two nodes"))
    #expect(fault("0 1\n1 2 -3\n")?.row == 2)
    #expect(fault("0 1\n1 2 -3\n")?.code == .badWeight)
    #expect(fault("source,target,weight\na,b,nan\n")?.code == .badWeight)
    #expect(fault("name,place\nx,y\n")?.code == .missingColumn)
    #expect(fault("source,target\na,b\nc\n")?.row == 3)
    #expect(fault("source,target\n\"a,b\n")?.code == .badSyntax)
  }

  @Test func aLineBeyondTheLimitIsRefused() {
    let long = String(repeating: "x", count: GraphLimits.mostLineBytes + 5)
    #expect(fault("0 1\n" + long)?.code == .limit)
    #expect(fault("0 1\n" + long)?.row == 2)
  }

  @Test func memoryIsBounded() throws {
    var reader = NetworkReader(mostBytes: 1 << 20)
    let text = Array((0..<400_000).map { "\($0) \($0 + 1)\n" }.joined().utf8)
    let refused = #expect(throws: GraphFault.self) {
      try text.withUnsafeBufferPointer { text in try reader.take(UnsafeRawBufferPointer(text)) }
    }
    #expect(refused?.code == .limit)
  }

  @Test func otherEncodingsAreReadAndCounted() throws {
    let network = try NetworkReader.network(from: Array("Jos".utf8) + [0xE9] + Array(" x\nJosé y\n".utf8))
    #expect(network.names.count == 3)
    #expect(network.names[0] == "José")
    #expect(network.notes.otherEncodings.firstRow == 1)
    #expect(throws: GraphFault.self) { try NetworkReader.network(from: [0xFF, 0xFE, 0x30, 0, 0x20, 0, 0x31, 0]) }
  }

  @Test(arguments: [
    ("2021-11-24", 1_637_712_000), ("2021-11-24T02:31:00Z", 1_637_721_060),
    ("2021-11-24 02:31:00+01:00", 1_637_717_460),
    ("24/11/2021", 1_637_712_000), ("24.11.2021 02:31", 1_637_721_060), ("20211124", 1_637_712_000),
    ("1637712000", 1_637_712_000), ("1637712000123", 1_637_712_000), ("2021-11-24T02:31:00.250Z", 1_637_721_060),
    ("11/24/2021", 1_637_712_000),
  ])
  func momentsComeInManyForms(text: String, seconds: Int) {
    #expect(Moment.seconds(text.utf8) == Int64(seconds))
  }

  @Test(arguments: [
    "", "x", "2021-02-30", "2021-13-01", "12", "2021-11-24T", "2021-11-24 99:00", "1-2", "::", "24/11/21",
  ])
  func whatIsNoMomentIsNone(text: String) { #expect(Moment.seconds(text.utf8) == nil) }

  @Test func graphMLAndGEXFAreRead() throws {
    let graphML = """
      <?xml version="1.0"?><!-- a > b --><graphml><key id="d0" for="edge" attr.name="weight"/><graph edgedefault="undirected">
      <node id="a&amp;b"/><node id="c"/><edge source="a&amp;b" target="c"><data key="d0">2.5</data></edge></graph></graphml>
      """
    let first = try read(graphML)
    #expect(first.names[0] == "a&b")
    #expect(first.links.weights == [2.5])
    let gexf = """
      <gexf><graph><attributes class="edge"><attribute id="0" title="Kind"/></attributes><edges>
      <edge id="0" source="x" target="y" weight="3" type="undirected" start="2021-11-24"><attvalues>
      <attvalue for="0" value="call"/></attvalues></edge></edges></graph></gexf>
      """
    let second = try read(gexf)
    #expect(second.kindNames == ["call"])
    #expect(second.links.weights == [3])
    #expect(second.links.times == [1_637_712_000])
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a \"b\">]><graphml/>", "<graphml><edge source='a'/></graphml>", "<a><b></a>", "<a",
    "<a>&x;</a>",
    "<a b=c/>",
  ])
  func brokenXMLIsRefused(text: String) { #expect(fault(text) != nil) }

  @Test func deepXMLIsRefused() {
    #expect(fault(String(repeating: "<a>", count: 100))?.code == .limit)
  }

  @Test func followTheMoneyIsRead() throws {
    let network = try read(
      """
      {"id":"p","schema":"Person","properties":{"name":["X"]}}
      {"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["c","d"],"startDate":["2020-01-01"]}}
      {"id":"y","schema":"Payment","properties":{"payer":["p"],"beneficiary":["q"],"amount":["12.50"]}}
      """)
    #expect(network.links.count == 3)
    #expect(network.kindNames == ["Ownership", "Payment"])
    #expect(network.notes.passedOver.count == 1)
    #expect(fault("{\"id\":")?.row == 1)
  }
}
