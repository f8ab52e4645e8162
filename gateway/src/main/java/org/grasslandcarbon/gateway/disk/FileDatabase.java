// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A database that is in the data directory, while the disk is full. H2 closes itself, and reads end
 * with it, when it cannot write; and it writes by itself: some time after a change, and in quiet
 * hours to tidy up. So it is told to write nothing by itself as soon as there is no room for
 * instructions, and is not changed at all when there is hardly anything left. A disk on which
 * nothing at all can be written is then no reason for it to end.
 */
public final class FileDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileDatabase.class);

  private static final String IN_DATA_DIRECTORY = "jdbc:h2:file:";

  /** H2's own default. */
  private static final int WRITE_DELAY_MS = 500;

  private static final int LOOK_EVERY_MS = 500;

  private final JdbcTemplate jdbc;
  private final DataSource pool;
  private final DataDisk disk;
  private final boolean isFile;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "disk-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean quiet;

  // Only the watch knows: what was told at its last look to write nothing by itself.
  private MVStore told;

  /**
   * @param url where the database is; one that is not in the data directory is left alone
   */
  public FileDatabase(JdbcTemplate jdbc, String url, DataDisk disk) {
    this.jdbc = jdbc;
    this.pool = requireNonNull(jdbc.getDataSource());
    this.disk = disk;
    this.isFile = url.startsWith(IN_DATA_DIRECTORY);
    if (isFile) {
      watch.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      boolean hasRoom = disk.hasRoom();
      // At each look: what was closed, and opened again, does not know.
      MVStore store = jdbc.execute((Connection connection) -> tell(connection, hasRoom));
      // What it was writing when it was told has been written, or has closed it, a look later.
      quiet = !hasRoom && store == told;
      told = hasRoom ? null : store;
    } catch (RuntimeException | Error e) {
      // The next look may go better; an exception would end them all.
      LOG.debug("The database cannot be told how full its disk is", e);
      quiet = false;
      forgetConnections();
    }
  }

  /** Not by SQL, which would be written into the database to be remembered. */
  private MVStore tell(Connection connection, boolean hasRoom) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    MVStore store = session.getDatabase().getStore().getMvStore();
    if (store.isClosed() || store.getPanicException() != null) {
      // Otherwise it ends bit by bit, at the cost of whoever asks it for something meanwhile.
      session.getDatabase().shutdownImmediately();
      throw new SQLNonTransientConnectionException("the database has closed itself");
    }
    store.setAutoCommitDelay(hasRoom ? WRITE_DELAY_MS : 0);
    // Where nothing can be written any more it stays in memory, and is read from there.
    if (!hasRoom && store.hasUnsavedChanges() && disk.hasRoomForDatabase()) {
      store.commit();
    }
    return store;
  }

  /**
   * The pool believes in a connection that is used all the time; H2 says that it is closed in words
   * of its own, which the pool does not know.
   */
  private void forgetConnections() {
    try {
      pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    } catch (SQLException e) {
      LOG.warn("The database's connections cannot be renewed", e);
    }
  }

  /** Whether the database has been told to write nothing by itself, and has been at rest since. */
  boolean isQuiet() {
    return quiet;
  }

  /** Transactions that are begun only while there is room for what they write. */
  public TransactionOperations whileThereIsRoom(TransactionOperations transactions) {
    return isFile ? new Guarded(transactions) : transactions;
  }

  private final class Guarded implements TransactionOperations {
    private final TransactionOperations inner;

    private Guarded(TransactionOperations inner) {
      this.inner = inner;
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) {
      requireRoom();
      return inner.execute(action);
    }

    @Override
    public void executeWithoutResult(Consumer<TransactionStatus> action) {
      requireRoom();
      inner.executeWithoutResult(action);
    }

    private void requireRoom() {
      if (!disk.hasRoomForDatabase()) {
        throw new NonTransientDataAccessResourceException(
            "there is no room for what would be written into the database");
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
