import Testing

@testable import Networks

@Suite struct SupplyTests {
  private func serials(_ first: String, _ last: String? = nil) throws -> Consignment.ClosedSerials {
    Consignment.ClosedSerials(
      first: try #require(SerialNumber(first)), last: try #require(SerialNumber(last ?? first)))
  }

  @Test func serialNumbersAreCompared() throws {
    let number = try #require(SerialNumber("xk-40 015"))
    #expect(number.text == "XK40015")
    #expect(SerialNumber("12") == nil)
    let (first, last) = (try #require(SerialNumber("XK40000")), try #require(SerialNumber("XK40099")))
    #expect(number.lies(between: first, and: last))
    #expect(!(try #require(SerialNumber("XK40100"))).lies(between: first, and: last))
    #expect(!(try #require(SerialNumber("XL40015"))).lies(between: first, and: last))
    #expect(try #require(SerialNumber("XK4OOI5")).asMisread == number.asMisread)
  }

  @Test func landingsAreTiedToPurchasesAlongTheWay() throws {
    let consignments = [
      Consignment(
        identifier: "1", stage: .purchase, from: "maker", to: "dealer", product: "engine",
        serials: try serials("XK40000", "XK40099"), time: 100),
      Consignment(
        identifier: "2", stage: .transport, from: "store", to: "coast", product: "engine",
        serials: try serials("XK40010", "XK40019"), time: 300),
      Consignment(
        identifier: "3", stage: .storage, from: "dealer", to: "store", product: "engine",
        serials: try serials("XK40010", "XK40019"), time: 200),
      Consignment(
        identifier: "4", stage: .purchase, from: "other", to: "x", product: "engine", serials: try serials("XK40015"),
        time: 900),
      Consignment(identifier: "5", stage: .purchase, from: "maker", to: "y", product: "life jacket", batch: "b7"),
    ]
    let book = SupplyBook(
      consignments: consignments,
      recoveries: [
        Recovery(landing: "beach 1", product: "Engine", serial: SerialNumber("xk40015"), time: 400),
        Recovery(landing: "beach 2", product: "life jacket", batch: "B7", time: 500),
        Recovery(landing: "beach 3", product: "boat", serial: SerialNumber("xk40015")),
      ])
    #expect(
      book.ties == [
        SupplyBook.Tie(recovery: 0, way: [0, 2, 1], ground: .serialInRange),
        SupplyBook.Tie(recovery: 1, way: [4], ground: .batch),
      ])
    #expect(
      book.sharedSuppliers() == [
        SupplyBook.SharedSupplier(supplier: "maker", landings: ["beach 1", "beach 2"], ground: .batch)
      ])
  }
}
