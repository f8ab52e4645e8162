// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures how many transfers a second the projection takes: {@code ProjectionLoad URL|postgres
 * [blocks] [transfers a block]}. Holders are spread, which is the worst case: nothing is written
 * once for many.
 */
final class ProjectionLoad {
  private static final int HOLDERS = 10_000;
  private static final BatchId BATCH = new BatchId("CN-GCS-152502-20240001-2025-001");

  private ProjectionLoad() {}

  public static void main(String[] arguments) throws IOException {
    int blocks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    int transfers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500;
    try (HikariDataSource database = new HikariDataSource()) {
      database.setJdbcUrl(
          arguments[0].equals("postgres")
              ? EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres")
              : arguments[0]);
      JdbcTemplate jdbc = new JdbcTemplate(database);
      TransactionTemplate transactions =
          new TransactionTemplate(new DataSourceTransactionManager(database));
      Projection projection = new Projection(jdbc, transactions, new Layout(jdbc, transactions));
      projection.prepare();
      long first = projection.projectedBlock() + 1;
      Instant begin = Instant.now();
      for (int i = 0; i < blocks; i++) {
        projection.project(List.of(block(first + i, transfers)));
        if (i == blocks / 3) {
          begin = Instant.now();
        }
      }
      double seconds = Duration.between(begin, Instant.now()).toNanos() / 1e9;
      long counted = (long) (blocks - 1 - blocks / 3) * transfers;
      System.out.printf(
          Locale.ROOT,
          "%d transfers in %.1f s: %.0f a second, %.0f rows a second%n",
          counted,
          seconds,
          counted / seconds,
          counted * 8 / seconds);
    }
  }

  private static LedgerBlock block(long number, int transfers) {
    Random random = new Random(number);
    List<StateWrite> writes = new ArrayList<>();
    for (int i = 0; i < transfers; i++) {
      ParticipantId from = holder(random.nextInt(HOLDERS));
      ParticipantId to = holder(random.nextInt(HOLDERS));
      long serial = number * 1000 + i + 1;
      SerialRanges serials = SerialRanges.of(serial, serial);
      writes.add(write(Holding.none(BATCH, from)));
      writes.add(write(Holding.none(BATCH, to).withHeld(serials)));
      writes.add(
          write(
              new JournalEntry(
                  "transferCredits",
                  Instant.parse("2025-03-03T02:00:00Z"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Sha256.of("x"),
                  new InstructionId(new UUID(random.nextLong(), random.nextLong()).toString()),
                  "kid",
                  JournalEntry.Outcome.APPLIED,
                  from,
                  List.of(
                      new Credits(BATCH, serials).posting(Account.held(from), Account.held(to))),
                  List.of(new Reference(BATCH.value(), "batch")))));
    }
    return new LedgerBlock(
        number,
        List.of(new LedgerTransaction("t" + number, Instant.EPOCH, 0, List.of(), writes)),
        List.of());
  }

  private static StateWrite write(LedgerRecord record) {
    return new StateWrite(record.key().text(), Codec.write(record), false);
  }

  private static ParticipantId holder(int number) {
    String body = String.format(Locale.ROOT, "91110000%09d", number);
    return new ParticipantId(body + ParticipantId.checkCharacter(body + "0"));
  }
}
