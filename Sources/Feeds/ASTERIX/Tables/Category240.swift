extension AsterixTables {
  /// Radar video: category 240, edition 1.3.
  static let category240 = """
    category 240 edition 1.3
    profile 010 000 020 030 040 041 048 049 050 051 052 140 RE SP
    report time:140
    000 8t  # Message Type
    010 (SAC:8 SIC:8)  # Data Source Identifier
    020 32u  # Video Record Header
    030 1*8a  # Video Summary
    040 (STARTAZ:16u*360/2^16"°" ENDAZ:16u*360/2^16"°" STARTRG:32u CELLDUR:32u*1"ns")  # Video Header Nano
    041 (STARTAZ:16u*360/2^16"°" ENDAZ:16u*360/2^16"°" STARTRG:32u CELLDUR:32u*1"fs")  # Video Header Femto
    048 (C:1t .7 RES:8t)  # Video Cells Resolution & Data Compression Indicator
    049 (NBVB:16u NBCELLS:24u)  # Video Octets & Video Cells Counters
    050 1*32h  # Video Block Low Data Volume
    051 1*512h  # Video Block Medium Data Volume
    052 1*2048h  # Video Block High Data Volume
    140 24u*1/2^7"s"  # Time of Day
    RE !re  # Reserved Expansion Field
    SP !sp  # Special Purpose Field
    """
}
