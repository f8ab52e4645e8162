// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The founding of the registry: which document each organisation has sent, and when all had sent
 * the same one.
 *
 * @param foundedAt when the registry was founded; absent while organisations are missing
 * @param sent SHA-256 of the document that each Fabric organisation (MSP id) sent last
 */
public record Founding(Optional<Instant> foundedAt, Map<String, Sha256> sent)
    implements LedgerRecord {

  /** The type of the one founding record. */
  public static final RecordType<Founding> TYPE =
      new RecordType<>("FOUNDING", Founding.class, Visibility.PUBLIC);

  /** The key of the one founding record. */
  public static final Key<Founding> KEY = TYPE.key("1");

  /** A founding for which nobody has sent a document. */
  static final Founding NOT_BEGUN = new Founding(Optional.empty(), Map.of());

  public Founding {
    sent = Collections.unmodifiableMap(new TreeMap<>(sent));
  }

  /** The founding after an organisation has sent a document; its earlier one no longer counts. */
  Founding withDocument(String mspId, Sha256 document) {
    Map<String, Sha256> more = new TreeMap<>(sent);
    more.put(mspId, document);
    return new Founding(foundedAt, more);
  }

  /** The founding, complete. */
  Founding completedAt(Instant time) {
    return new Founding(Optional.of(time), sent);
  }

  /** Whether all the organisations have sent one document. */
  boolean isAgreedBy(Set<String> organisations, Sha256 document) {
    return organisations.stream().allMatch(each -> document.equals(sent.get(each)));
  }

  @Override
  public Key<Founding> key() {
    return KEY;
  }
}
