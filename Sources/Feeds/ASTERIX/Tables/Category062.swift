extension AsterixTables {
  /// System track data: category 062, edition 1.20.
  static let category062 = """
    category 062 edition 1.20
    profile 010 - 015 070 105 100 185 210 060 245 380 040 080 290 200 295 136 130 135 220 390 270 300 110 120 510 500
      340 - - - - - RE SP
    report time:070 latitude:105/LAT longitude:105/LON east:100/X north:100/Y track:040
      code:060/MODE3A codeGarbled:060/G level:136 address:380/ADR callSign:380/ID,245/CHR
      eastSpeed:185/VX northSpeed:185/VY
    010 (SAC:8 SIC:8)  # Data Source Identifier
    015 8  # Service Identification
    040 16  # Track Number
    060 (V:1t G:1t CH:1t .1 MODE3A:12o)  # Track Mode 3/A Code
    070 24u*1/2^7"s"  # Time Of Track Information
    080 {  # Track Status
      MON:1t SPI:1t MRH:1t SRC:3t CNF:1t - SIM:1t TSE:1t TSB:1t FPC:1t AFF:1t STP:1t KOS:1t - AMA:1t MD4:2t ME:1t MI:1t
      MD5:2t - CST:1t PSR:1t SSR:1t MDS:1t ADS:1t SUC:1t AAC:1t - SDS:2t EMS:3t PFT:1t FPLT:1t - DUPT:1t DUPF:1t
      DUPM:1t SFC:1t IDD:1t IEC:1t MLAT:1t -}
    100 (X:24s*1/2"m" Y:24s*1/2"m")  # Calculated Track Position (Cartesian)
    105 (LAT:32s*180/2^25"°" LON:32s*180/2^25"°")  # Calculated Position In WGS-84 Coordinates
    110 [  # Mode 5 Data Reports and Extended Mode 1 Code
      SUM:(M5:1t ID:1t DA:1t M1:1t M2:1t M3:1t MC:1t X:1t) PMN:(.2 PIN:14 .3 NAT:5 .2 MIS:6) POS:(LAT:24s*180/2^23"°"
      LON:24s*180/2^23"°") GA:(.1 RES:1t GA:14s*25"ft") EM1:(.4 EM1:12o) TOS:8s*1/2^7"s" XP:(.3 X5:1t XC:1t X3:1t X2:1t
      X1:1t)]
    120 (.4 MODE2:12o)  # Track Mode 2 Code
    130 16s*25/2^2"ft"  # Calculated Track Geometric Altitude
    135 (QNH:1t CTB:15s*1/2^2"FL")  # Calculated Track Barometric Altitude
    136 16s*1/2^2"FL"  # Measured Flight Level
    185 (VX:16s*1/2^2"m/s" VY:16s*1/2^2"m/s")  # Calculated Track Velocity (Cartesian)
    200 (TRANS:2t LONG:2t VERT:2t ADF:1t .1)  # Mode of Movement
    210 (AX:8s*1/2^2"m/s²" AY:8s*1/2^2"m/s²")  # Calculated Acceleration (Cartesian)
    220 16s*25/2^2"ft/min"  # Calculated Rate of Climb/Descent
    245 (STI:2t .6 CHR:48i)  # Target Identification
    270 {LENGTH:7u*1"m" - ORIENTATION:7u*360/2^7"°" - WIDTH:7u*1"m" -}  # Target Size and Orientation
    290 [  # System Track Update Ages
      TRK:8u*1/2^2"s" PSR:8u*1/2^2"s" SSR:8u*1/2^2"s" MDS:8u*1/2^2"s" ADS:16u*1/2^2"s" ES:8u*1/2^2"s" VDL:8u*1/2^2"s"
      UAT:8u*1/2^2"s" LOP:8u*1/2^2"s" MLT:8u*1/2^2"s"]
    295 [  # Track Data Ages
      MFL:8u*1/2^2"s" MD1:8u*1/2^2"s" MD2:8u*1/2^2"s" MDA:8u*1/2^2"s" MD4:8u*1/2^2"s" MD5:8u*1/2^2"s" MHG:8u*1/2^2"s"
      IAS:8u*1/2^2"s" TAS:8u*1/2^2"s" SAL:8u*1/2^2"s" FSS:8u*1/2^2"s" TID:8u*1/2^2"s" COM:8u*1/2^2"s" SAB:8u*1/2^2"s"
      ACS:8u*1/2^2"s" BVR:8u*1/2^2"s" GVR:8u*1/2^2"s" RAN:8u*1/2^2"s" TAR:8u*1/2^2"s" TAN:8u*1/2^2"s" GSP:8u*1/2^2"s"
      VUN:8u*1/2^2"s" MET:8u*1/2^2"s" EMC:8u*1/2^2"s" POS:8u*1/2^2"s" GAL:8u*1/2^2"s" PUN:8u*1/2^2"s" MB:8u*1/2^2"s"
      IAR:8u*1/2^2"s" MAC:8u*1/2^2"s" BPS:8u*1/2^2"s"]
    300 8t  # Vehicle Fleet Identification
    340 [  # Measured Information
      SID:(SAC:8 SIC:8) POS:(RHO:16u*1/2^8"NM" THETA:16u*360/2^16"°") HEIGHT:16s*25"ft" MDC:(V:1t G:1t
      LMC:14s*1/2^2"FL") MDA:(V:1t G:1t L:1t .1 MODE3A:12o) TYP:(TYP:3t SIM:1t RAB:1t TST:1t .2)]
    380 [  # Aircraft Derived Data
      ADR:24h ID:48i MHG:16u*360/2^16"°" IAS:(IM:1t IAS:15c(IM;u*1/2^14"NM/s";u*1/1000"Mach")) TAS:16u*1"kt"
      SAL:(SAS:1t SRC:2t ALT:13s*25"ft") FSS:(MV:1t AH:1t AM:1t ALT:13s*25"ft") TIS:{NAV:1t NVB:1t .5 -} TID:1*(TCA:1t
      NC:1t TCPN:6 ALT:16s*10"ft" LAT:24s*180/2^23"°" LON:24s*180/2^23"°" PT:4t TD:2t TRA:1t TOA:1t TOV:24u*1"s"
      TTR:16u*1/100"NM") COM:(COM:3t STAT:3t .2 SSC:1t ARC:1t AIC:1t B1A:1 B1B:4) SAB:(AC:2t MN:2t DC:2t GBS:1t .6
      STAT:3t) ACS:56h BVR:16s*25/2^2"ft/min" GVR:16s*25/2^2"ft/min" RAN:16s*1/100"°" TAR:(TI:2t .6 ROT:7s*1/2^2"°/s"
      .1) TAN:16u*360/2^16"°" GS:16s*1/2^14"NM/s" VUN:8 MET:(WS:1t WD:1t TMP:1t TRB:1t .4 WSD:16u*1"kt" WDD:16u*1"°"
      TMPD:16s*1/2^2"°C" TRBD:8u) EMC:8t POS:(LAT:24s*180/2^23"°" LON:24s*180/2^23"°") GAL:16s*25/2^2"ft" PUN:(.4
      PUN:4) BDSDATA:1*(MBDATA:56b BDS1:4 BDS2:4) IAR:16u*1"kt" MAC:16u*1/125"Mach" BPS:(.4 BPS:12u*1/10"mb")]
    390 [  # Flight Plan Related Data
      TAG:(SAC:8 SIC:8) CS:56a IFI:(TYP:2t .3 NBR:27u) FCT:(GATOAT:2t FR1FR2:2t RVSM:2t HPR:1t .1) TAC:32a WTC:8a
      DEP:32a DST:32a RDS:(NU1:8a NU2:8a LTR:8a) CFL:16u*1/2^2"FL" CTL:(CENTRE:8 POSITION:8) TOD:1*(TYP:5t DAY:2t .4
      HOR:5u .2 MIN:6u AVS:1t .1 SEC:6u) AST:48a STS:(EMP:2t AVL:2t .4) STD:56a STA:56a PEM:(.3 VA:1t MODE3A:12o)
      PEC:56a]
    500 [  # Estimated Accuracies
      APC:(X:16u*1/2"m" Y:16u*1/2"m") COV:16s*1/2"m" APW:(LAT:16u*180/2^25"°" LON:16u*180/2^25"°") AGA:8u*25/2^2"ft"
      ABA:8u*1/2^2"FL" ATV:(X:8u*1/2^2"m/s" Y:8u*1/2^2"m/s") AA:(X:8u*1/2^2"m/s²" Y:8u*1/2^2"m/s²")
      ARC:8u*25/2^2"ft/min"]
    510 x*(IDENT:8 TRACK:15)  # Composed Track Number
    RE !re  # Reserved Expansion Field
    SP !sp  # Special Purpose Field
    """
}
