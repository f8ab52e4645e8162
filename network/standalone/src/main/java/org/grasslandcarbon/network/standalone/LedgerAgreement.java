// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.nio.file.Path;
import org.grasslandcarbon.gateway.projection.Projection;
import org.springframework.context.SmartLifecycle;

/**
 * Refuses a ledger that is shorter than what the gateway's database was filled from: an old backup
 * was put back, or blocks are gone together with their own note. Whether the blocks that are there
 * are the same the gateway finds out itself.
 */
final class LedgerAgreement implements SmartLifecycle {
  /** Before the gateway begins to follow the ledger. */
  private static final int PHASE = 400;

  private final OpenedLedger opened;
  private final Projection projection;
  private final Path data;
  private boolean running;

  LedgerAgreement(OpenedLedger opened, Projection projection, Path data) {
    this.opened = opened;
    this.projection = projection;
    this.data = data;
  }

  @Override
  public void start() {
    projection.prepare();
    long projected = projection.projectedBlock();
    long last = opened.ledger().peer().height() - 1;
    if (projected > last) {
      throw shorter(last, projected);
    }
    running = true;
  }

  private DataException shorter(long last, long projected) {
    Path ledger = FirstStart.ledger(data);
    Path database = data.resolve("projection.mv.db");
    return new DataException(
        "账本 "
            + ledger
            + " 只到区块 "
            + last
            + "，而数据库已读到区块 "
            + projected
            + "：账本缺少此前已确认的区块；未作任何更改。请恢复更新的账本备份；若没有且接受损失，请删除 "
            + database
            + "（或清空 spring.datasource.url 所指的数据库），它将由区块重建。",
        "The ledger in "
            + ledger
            + " ends with block "
            + last
            + ", and the database was filled up to block "
            + projected
            + ": the ledger lacks blocks that were acknowledged; nothing was changed. Restore a newer"
            + " backup of the ledger; if there is none and the loss is accepted, delete "
            + database
            + " (or empty the database that spring.datasource.url names), which is made again from"
            + " the blocks.");
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
