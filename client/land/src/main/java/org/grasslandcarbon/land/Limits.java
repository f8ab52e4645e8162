// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.land;

import static org.grasslandcarbon.domain.value.Detail.zh;

/**
 * How much of a file is read. A boundary has at most 20,000 positions; a file may have more, so
 * that its owner is told how many, and not so many that reading it takes a machine away from its
 * user.
 */
final class Limits {
  private static final int MEBIBYTE = 1024 * 1024;

  /** Bytes of a file, and of all that is unpacked from one: some 100 a position. */
  static final int BYTES_MOST = 64 * MEBIBYTE;

  /** Positions of a file. */
  static final int POSITIONS_MOST = 300_000;

  /** Features of a file: each household of a banner. */
  static final int FEATURES_MOST = 50_000;

  /** Rings of one record of a shapefile, which says nowhere which ring lies in which. */
  static final int RINGS_OF_RECORD_MOST = 2_000;

  /** Files within a zip; a shapefile has some eight. */
  static final int PARTS_MOST = 200;

  /** Elements within elements, and arrays within objects: folders of folders in a KML. */
  static final int DEPTH_MOST = 64;

  /** Faults that are listed one by one. */
  static final int FAULTS_MOST = 100;

  private Limits() {}

  static void positions(int count, LandPlace place) {
    if (count > POSITIONS_MOST) {
      throw new LandException(
          LandCode.FILE_TOO_LARGE,
          place,
          zh("坐标点超过 %s 个").en("it has more than %s positions", POSITIONS_MOST));
    }
  }

  static void features(int count, LandPlace place) {
    if (count > FEATURES_MOST) {
      throw new LandException(
          LandCode.FILE_TOO_LARGE,
          place,
          zh("要素超过 %s 个").en("it has more than %s features", FEATURES_MOST));
    }
  }
}
