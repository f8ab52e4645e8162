// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import java.net.BindException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.gateway.inbox.InboxException;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.gateway.projection.StrangeTablesException;
import org.grasslandcarbon.gateway.projection.WrongLedgerException;
import org.grasslandcarbon.gateway.wiring.LedgerConfiguration;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Says in one sentence, in Chinese and in English, why the gateway did not start. */
final class StartFailures implements FailureAnalyzer, Ordered {
  /** SQLSTATE class of connections that could not be made. */
  private static final String CONNECTION = "08";

  /** H2: another process has the file. */
  private static final String H2_LOCKED = "90020";

  /**
   * H2's own codes for a file that it cannot make sense of: reading or writing failed, it is
   * corrupt, of another version, or has broken an assumption.
   */
  private static final Set<Integer> H2_DAMAGED =
      Set.of(
          ErrorCode.IO_EXCEPTION_1,
          ErrorCode.IO_EXCEPTION_2,
          ErrorCode.FILE_CORRUPTED_1,
          ErrorCode.FILE_VERSION_ERROR_1,
          ErrorCode.GENERAL_ERROR_1);

  /** Class of wrong user or password. */
  private static final String AUTHORISATION = "28";

  /** How deep below its thrower a setting's reader is. */
  private static final int FRAMES_NEAR = 6;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public FailureAnalysis analyze(Throwable failure) {
    return find(failure)
        .map(sentence -> new FailureAnalysis(sentence.zh() + "\n" + sentence.en(), null, failure))
        .orElse(null);
  }

  /** One sentence in both languages. */
  record Sentence(String zh, String en) {}

  static Optional<Sentence> find(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Sentence> sentence = sentence(cause);
      if (sentence.isPresent()) {
        return sentence;
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Optional<Sentence> sentence = general(cause);
      if (sentence.isPresent()) {
        return sentence;
      }
    }
    return Optional.empty();
  }

  /** What says less than another cause in the same chain may. */
  private static Optional<Sentence> general(Throwable cause) {
    if (cause instanceof StrangeTablesException
        || cause instanceof JdbcException h2 && h2.getErrorCode() == ErrorCode.SCHEMA_NOT_FOUND_1) {
      return Optional.of(
          new Sentence(
              "数据库中的表不是本网关留下的样子，未作任何更改；请清空该数据库（H2 则删除数据目录中的 projection.mv.db），它将由区块重建。",
              "The tables in the database are not as this gateway left them; nothing was changed:"
                  + " empty the database (with H2, delete projection.mv.db in the data directory),"
                  + " which is made again from the blocks."));
    }
    if (cause instanceof FileSystemException file) {
      return Optional.of(
          new Sentence(
              "文件 " + file.getFile() + " 无法读写（" + reason(file) + "）；请检查权限与磁盘空间。",
              "The file "
                  + file.getFile()
                  + " cannot be read or written ("
                  + reason(file)
                  + "): check its permissions and the disk's space."));
    }
    return Optional.empty();
  }

  private static String reason(FileSystemException failure) {
    return failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
  }

  private static Optional<Sentence> sentence(Throwable cause) {
    if (cause instanceof StartException start) {
      return Optional.of(new Sentence(start.zh(), start.en()));
    }
    if (cause instanceof PortInUseException port) {
      return Optional.of(portInUse(String.valueOf(port.getPort())));
    }
    if (cause instanceof BindException) {
      return Optional.of(portInUse(""));
    }
    if (cause instanceof WrongLedgerException wrong) {
      return Optional.of(
          new Sentence(
              "数据库中的内容来自另一条账本（区块 " + wrong.block() + " 不同）；请换用其他数据库或数据目录。",
              "The database was filled from another ledger (block "
                  + wrong.block()
                  + " differs): use another database or data directory."));
    }
    if (cause instanceof IllegalArgumentException setting && isOfConnection(setting)) {
      return Optional.of(
          new Sentence("账本连接设置有误：" + setting.getMessage(), sentenceOf(setting.getMessage())));
    }
    if (cause instanceof InboxException inbox) {
      return Optional.of(new Sentence(inbox.zh() + "。", sentenceOf(inbox.getMessage())));
    }
    return cause instanceof SQLException sql ? ofDatabase(sql) : Optional.empty();
  }

  /** Thrown where the settings of the ledger are read. */
  private static boolean isOfConnection(IllegalArgumentException failure) {
    return Arrays.stream(failure.getStackTrace())
        .limit(FRAMES_NEAR)
        .map(StackTraceElement::getClassName)
        .anyMatch(
            name ->
                name.startsWith(LedgerConfiguration.class.getPackageName() + ".")
                    || name.equals(LedgerIdentity.class.getName()));
  }

  private static Sentence portInUse(String port) {
    String named = port.isEmpty() ? "" : " " + port;
    return new Sentence(
        "端口" + named + " 已被占用；请停止占用它的程序，或用 --server.port 指定其他端口。",
        "Port"
            + named
            + " is in use: stop the program that has it, or choose another with --server.port.");
  }

  private static Optional<Sentence> ofDatabase(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    if (state.equals(H2_LOCKED)) {
      return Optional.of(
          new Sentence(
              "数据目录正被另一个网关使用；请停止它，或用 --grassland.data 指定其他目录。",
              "The data directory is in use by another gateway: stop it, or name another with"
                  + " --grassland.data."));
    }
    if (failure instanceof JdbcException && H2_DAMAGED.contains(failure.getErrorCode())) {
      return Optional.of(
          new Sentence(
              "数据目录中的 projection.mv.db 已损坏，未作任何更改；请删除它（只删这一个文件），它将由区块重建。",
              "projection.mv.db in the data directory is damaged; nothing was changed: delete it, and"
                  + " nothing else; it is made again from the blocks."));
    }
    if (state.startsWith(CONNECTION)) {
      return Optional.of(
          new Sentence(
              "无法连接数据库；请检查 spring.datasource.url 及数据库服务。",
              "The database cannot be reached: check spring.datasource.url and the database"
                  + " server."));
    }
    return state.startsWith(AUTHORISATION)
        ? Optional.of(
            new Sentence(
                "数据库拒绝登录；请检查 spring.datasource.username 与 password。",
                "The database refuses the user: check spring.datasource.username and password."))
        : Optional.empty();
  }

  private static String sentenceOf(String message) {
    return Character.toUpperCase(message.charAt(0))
        + message.substring(1)
        + (message.endsWith(".") ? "" : ".");
  }
}
