// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.sheets.Limits;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Filled-in files that are sent to be read: each is kept for as long as that takes. */
@Component
final class SheetFiles {
  private final Computations computations;
  private final TemporaryFiles files;
  private final DataDisk disk;

  SheetFiles(Computations importThreads, TemporaryFiles files, DataDisk disk) {
    this.computations = importThreads;
    this.files = files;
    this.disk = disk;
  }

  /** Reads a file. */
  interface Reading {

    /**
     * @param mustBeWanted what it throws ends the reading
     */
    ResponseEntity<Object> read(Path file, Runnable mustBeWanted);
  }

  /** Receives the body of a request as a file, and answers what its reading leads to. */
  CompletableFuture<ResponseEntity<Object>> read(HttpServletRequest request, Reading reading)
      throws IOException {
    if (!disk.hasRoom()) {
      throw new RequestException(
          GatewayCode.DISK_FULL,
          zh("请用命令行导入该文件，无须网关")
              .en("import the file with the command line, which needs no gateway"));
    }
    Path file = files.create("filled-in");
    try {
      Bodies.store(request, file, Limits.SHARED.fileBytes());
    } catch (IOException | RuntimeException e) {
      delete(file);
      throw e;
    }
    return computations.submit(
        mustBeWanted -> reading.read(file, mustBeWanted), () -> delete(file));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
