// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a package brings to the registry, declared in one place: its nouns with their actions, and
 * its types of record. The catalogue joins the manifests; nothing else lists actions or records.
 *
 * @param nouns the nouns, in the order in which people meet them
 * @param records the types of record, asked for when somebody needs them
 */
public record Manifest(List<Noun> nouns, Supplier<List<RecordType<?>>> records) {
  public Manifest {
    nouns = List.copyOf(nouns);
  }
}
