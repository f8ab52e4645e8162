// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/** State could not be read: the transaction fails as a whole, and no instruction is to blame. */
public final class StoreFailure extends RuntimeException implements Bilingual {
  private static final long serialVersionUID = 1L;

  private final transient Detail detail;

  StoreFailure(RuntimeException cause) {
    this(zh("无法读取账本状态").en("the ledger state could not be read"), cause);
  }

  /** What is stored under a key is not a record of its type as this program knows it. */
  StoreFailure(Key<?> key, RuntimeException cause) {
    this(
        zh("无法读取记录 %s：它已损坏，或版本较新")
            .en("the record %s cannot be read: it is damaged or of a newer version", key),
        cause);
  }

  private StoreFailure(Detail detail, RuntimeException cause) {
    super(detail.en(), cause);
    this.detail = detail;
  }

  /** What is wrong with the state, in our own words. */
  @Override
  public Detail inWords() {
    return detail;
  }
}
