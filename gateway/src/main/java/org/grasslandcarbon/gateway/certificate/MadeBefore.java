// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstructionId;
import tools.jackson.databind.node.ObjectNode;

/**
 * Certificates that were made not long ago, so that whoever asks a hundred times for the same one
 * has the peers sign once. One counts as long as the records that it rests on are what they were.
 */
final class MadeBefore {
  /** Some thousand of the usual size; the largest eight. */
  private static final long BYTES_MOST = 32L * 1024 * 1024;

  private record Made(List<Optional<ObjectNode>> records, byte[] certificate) {}

  private final Map<InstructionId, Made> made = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  synchronized Optional<byte[]> find(InstructionId id, List<Optional<ObjectNode>> records) {
    return Optional.ofNullable(made.get(id))
        .filter(each -> each.records().equals(records))
        .map(Made::certificate);
  }

  synchronized void keep(InstructionId id, List<Optional<ObjectNode>> records, byte[] certificate) {
    Made before = made.put(id, new Made(records, certificate));
    bytes += certificate.length - (before == null ? 0 : before.certificate().length);
    Iterator<Made> oldest = made.values().iterator();
    while (bytes > BYTES_MOST) {
      bytes -= oldest.next().certificate().length;
      oldest.remove();
    }
  }
}
