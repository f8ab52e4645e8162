// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * One participant's money of one asset at one settlement bank: a claim on that bank, which alone
 * deposits and pays.
 *
 * @param asset the asset
 * @param available fen at the owner's free disposal
 * @param bank the bank
 * @param frozen fen under a freeze, by the id of the freeze
 * @param owner whose claim it is
 */
public record CashAccount(
    Asset asset, Fen available, ParticipantId bank, Map<String, Fen> frozen, ParticipantId owner)
    implements LedgerRecord {

  /** The type of cash accounts. */
  public static final RecordType<CashAccount> TYPE =
      new RecordType<>("CASH", CashAccount.class, Visibility.ACCOUNT.of("/owner", "/bank"));

  /** The most freezes on one account: more are a sign of error, and one can be released. */
  static final int FREEZES_MOST = 20;

  public CashAccount {
    frozen = Collections.unmodifiableMap(new TreeMap<>(frozen));
  }

  /** The key of a participant's money of an asset at a bank. */
  public static Key<CashAccount> key(ParticipantId owner, ParticipantId bank, Asset asset) {
    return TYPE.key(owner.value(), bank.value(), asset.value());
  }

  /** An account as it stands; empty when nothing was ever paid in. */
  public static CashAccount of(
      Records records, ParticipantId owner, ParticipantId bank, Asset asset) {
    return records
        .find(key(owner, bank, asset))
        .orElseGet(() -> new CashAccount(asset, Fen.ZERO, bank, Map.of(), owner));
  }

  /** The account with another amount at free disposal. */
  CashAccount withAvailable(Fen changed) {
    return new CashAccount(asset, changed, bank, frozen, owner);
  }

  /** The account with another amount under a freeze; with none the freeze is over. */
  CashAccount withFrozen(InstructionId freeze, Fen amount) {
    Map<String, Fen> changed = new TreeMap<>(frozen);
    if (amount.isZero()) {
      changed.remove(freeze.value());
    } else {
      changed.put(freeze.value(), amount);
    }
    return new CashAccount(asset, available, bank, changed, owner);
  }

  /** What is under a freeze; nothing when it is over. */
  public Fen frozenUnder(InstructionId freeze) {
    return frozen.getOrDefault(freeze.value(), Fen.ZERO);
  }

  @Override
  public Key<CashAccount> key() {
    return key(owner, bank, asset);
  }
}
