// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the scenarios are played against. It says where things are and nothing else; no scenario can
 * tell one target from another.
 */
public interface Target extends AutoCloseable {
  /** The channel, named alike on all targets. */
  String CHANNEL = "grassland";

  /** The registry's chaincode. */
  String REGISTRY = "registry";

  /** The kit's own chaincode, see {@code ...kit.probe}. */
  String PROBE = "probe";

  /** The four founding organisations, three of which must endorse. */
  List<Office> offices();

  /** Key files of the registry's founders, {@code authority.json} and so on. */
  Path founderKeys();

  /** What a transcript calls the addresses that turn up in errors. */
  Map<String, String> addresses();

  @Override
  void close();
}
