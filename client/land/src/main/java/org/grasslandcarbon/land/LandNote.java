// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something about a file that does not stand in its way, but that its owner should know.
 *
 * @param code what kind
 * @param detail what exactly
 * @param place where, when it is one place
 */
public record LandNote(Code code, Detail detail, Optional<LandPlace> place) {

  /** What is told. Never renamed or reused. */
  public enum Code {
    /** In which coordinates the file was read. */
    CRS,
    /** The file names a coordinate system that GeoJSON does not have. */
    CRS_IGNORED,
    /** CGCS2000 was taken as WGS 84. */
    DATUM,
    /** Eastings had a zone in front that the system does not have, or lacked one. */
    ZONE_PREFIX,
    /** Positions had more decimals than are stored. */
    ROUNDED,
    /** Positions became equal by rounding, or stood twice. */
    REPEATED,
    /** Positions had a height. */
    HEIGHT_IGNORED,
    /** Boxes were given. */
    BBOX_IGNORED,
    /** Points, lines and the like. */
    OTHERS_IGNORED,
    /** Something has no geometry. */
    EMPTY,
    /** Another file is named. */
    LINK_IGNORED
  }

  static LandNote of(Code code, Detail detail) {
    return new LandNote(code, detail, Optional.empty());
  }
}
