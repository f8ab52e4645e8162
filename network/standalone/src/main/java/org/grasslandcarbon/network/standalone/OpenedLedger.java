// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * The ledger of a data directory, open, with what was done to get there.
 *
 * @param ledger the ledger
 * @param exampleInstructions how many instructions of the example registry were loaded by this
 *     start; 0 when it was there already or is not wanted
 */
public record OpenedLedger(OneJvmLedger ledger, int exampleInstructions) implements AutoCloseable {

  /** Opens the ledger under a data directory; a new one gets the example registry if wanted. */
  public static OpenedLedger open(Path data, boolean example) {
    return open(data, example, FirstStart.in(data));
  }

  static OpenedLedger open(Path data, boolean example, FirstStart first) {
    int instructions = first.isUnderWay() && example ? load(data, first) : 0;
    OneJvmLedger ledger = OneJvmLedger.open(FirstStart.ledger(data), Clock.systemUTC());
    if (first.isUnderWay()) {
      first.finish();
    }
    return new OpenedLedger(ledger, instructions);
  }

  private static int load(Path data, FirstStart first) {
    Path keyDirectory = data.resolve("example-keys");
    try {
      OwnerOnlyFiles.createDirectories(keyDirectory);
    } catch (IOException e) {
      throw new DataException(
          "无法建立目录 " + keyDirectory + "（" + e + "）。",
          "The directory " + keyDirectory + " cannot be made (" + e + ").",
          e);
    }
    ExampleHistory history = ExampleHistory.read();
    ExampleKeys keys = ExampleKeys.in(keyDirectory, history.participants(), !first.isLedgerBegun());
    return new ExampleLoader(history, keys).load(FirstStart.ledger(data));
  }

  @Override
  public void close() {
    ledger.close();
  }
}
