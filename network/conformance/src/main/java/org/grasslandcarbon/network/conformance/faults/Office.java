// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.Arrays;
import java.util.List;

/** The founding offices, in the order of the network's settings. */
public enum Office {
  BEIJING("beijing", "BeijingMSP"),
  TIANJIN("tianjin", "TianjinMSP"),
  HEBEI("hebei", "HebeiMSP"),
  INNER_MONGOLIA("inner-mongolia", "InnerMongoliaMSP");

  private final String directory;
  private final String mspId;

  Office(String directory, String mspId) {
    this.directory = directory;
    this.mspId = mspId;
  }

  /** What the network's scripts call it, and the name of its data directory. */
  public String directory() {
    return directory;
  }

  /** Its name to Fabric. */
  public String mspId() {
    return mspId;
  }

  /** The office after this one; after the last, the first. */
  public Office next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /** All but this one. */
  public List<Office> others() {
    return Arrays.stream(values()).filter(each -> each != this).toList();
  }

  @Override
  public String toString() {
    return directory;
  }
}
