// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.grasslandcarbon.gateway.projection.Layout;
import org.grasslandcarbon.gateway.projection.Projection;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeps a gateway from starting is said in one sentence, in Chinese and in English. */
@ExtendWith(GatewayExtension.class)
class StartTest {
  private final RunningGateway gateway;
  @TempDir private Path data;

  StartTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private void assertSentence(Throwable failure, String zh, String en) {
    assertThat(failure).as("the start must fail").isNotNull();
    FailureAnalysis analysis = new StartFailures().analyze(failure);
    assertThat(analysis).as("%s", failure).isNotNull();
    assertThat(analysis.getDescription().lines()).hasSize(2);
    assertThat(analysis.getDescription()).contains(zh).contains(en);
  }

  private Throwable start(Path directory, String... more) {
    return catchThrowable(
        () -> {
          ConfigurableApplicationContext started = gateway.startAnother(directory, more);
          started.close();
        });
  }

  @Test
  void a_port_in_use() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertSentence(
          start(data, "--server.port=" + taken.getLocalPort()),
          "端口 " + taken.getLocalPort() + " 已被占用",
          "Port " + taken.getLocalPort() + " is in use");
    }
  }

  @Test
  void a_data_directory_that_cannot_be_written() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    assertSentence(start(file.resolve("below"), "--server.port=0"), "无法写入", "cannot be written to");
  }

  @Test
  void a_data_directory_that_another_gateway_uses() {
    ConfigurableApplicationContext first = gateway.startAnother(data, "--server.port=0");
    try {
      assertSentence(start(data, "--server.port=0"), "收件箱", "nother gateway is using");
    } finally {
      first.close();
    }
  }

  @Test
  void a_database_that_does_not_answer() {
    assertSentence(
        start(
            data,
            "--server.port=0",
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/registry",
            "--spring.datasource.hikari.connection-timeout=500"),
        "无法连接数据库",
        "database cannot be reached");
  }

  @Test
  void a_database_of_another_ledger() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:file:"
            + data.resolve("projection")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    JdbcTemplate jdbc = new JdbcTemplate(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    new Projection(jdbc, transactions, new Layout(jdbc, transactions)).prepare();
    jdbc.update("UPDATE p_checkpoint SET block = 2, witness_block = 2, witness = 'another'");
    assertSentence(start(data, "--server.port=0"), "另一条账本", "filled from another ledger");
  }

  @Test
  void a_projection_that_is_damaged() throws IOException {
    gateway.startAnother(data, "--server.port=0").close();
    Path database = data.resolve("projection.mv.db");
    byte[] bad = new byte[100_000];
    for (byte[] content : List.of(bad, "no database at all".getBytes(StandardCharsets.UTF_8))) {
      Files.write(database, content);
      assertSentence(
          start(data, "--server.port=0"),
          "projection.mv.db 已损坏",
          "projection.mv.db in the data directory is damaged");
      assertThat(database).as("nothing is changed").hasBinaryContent(content);
    }
    Files.delete(database);
    gateway.startAnother(data, "--server.port=0").close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"})
  void a_database_with_tables_of_something_else(String options) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + data.resolve("projection") + options);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE somebody_elses (a INT)");
    }
    assertSentence(start(data, "--server.port=0"), "数据库中的表", "empty the database");
  }

  @Test
  void a_stray_file_in_the_inbox() throws IOException {
    gateway.startAnother(data, "--server.port=0").close();
    Path inbox = data.resolve("inbox");
    for (String name : List.of("inbox-notes.log", "inbox-0000000000000001 copy.log")) {
      Path stray = Files.writeString(inbox.resolve(name), "notes of the operator");
      assertSentence(
          start(data, "--server.port=0"),
          stray + " 不是收件箱的文件",
          stray + " is none of the inbox's files");
      assertThat(stray).hasContent("notes of the operator");
      Files.delete(stray);
    }
    // One that is none of ours by its name is left alone.
    Files.writeString(inbox.resolve("notes.txt"), "notes of the operator");
    gateway.startAnother(data, "--server.port=0").close();
  }

  @Test
  void an_inbox_whose_refusals_are_damaged() throws IOException {
    gateway.startAnother(data, "--server.port=0").close();
    Path refusals = data.resolve("inbox").resolve("refusals.log");
    // Whole frames, of instructions and not of refusals, and a torn one between whole ones.
    byte[] whole =
        ByteBuffer.allocate(12 + 9 + 12 + 9)
            .put(frame(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 1}))
            .put(frame(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 1}))
            .array();
    byte[] damaged = whole.clone();
    damaged[13] ^= 1;
    for (byte[] content : List.of(whole, damaged)) {
      Files.write(refusals, content);
      assertSentence(
          start(data, "--server.port=0"), "可以删除它", refusals + " is damaged; nothing was changed");
      assertThat(refusals).hasBinaryContent(content);
    }
    Files.delete(refusals);
    gateway.startAnother(data, "--server.port=0").close();
  }

  private static byte[] frame(byte[] payload) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(4).putInt(payload.length).flip());
    crc.update(payload);
    return ByteBuffer.allocate(12 + payload.length)
        .putInt(0xC7474901)
        .putInt(payload.length)
        .putInt((int) crc.getValue())
        .put(payload)
        .array();
  }

  @Test
  void a_file_that_cannot_be_read() throws IOException {
    gateway.startAnother(data, "--server.port=0").close();
    Path file;
    try (Stream<Path> files = Files.list(data.resolve("inbox"))) {
      file = files.filter(each -> each.toString().endsWith("1.log")).findFirst().orElseThrow();
    }
    Files.delete(file);
    Files.createDirectory(file);
    assertSentence(start(data, "--server.port=0"), "收件箱", file.getParent().toString());
  }

  @Test
  void only_the_owner_can_read_inbox_and_projection() throws IOException {
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path made = data.resolve("made");
    gateway.startAnother(made, "--server.port=0").close();
    assertOwnerOnly(made);
    // As an earlier version has left them.
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.filter(each -> !each.equals(made)).toList()) {
        Files.setPosixFilePermissions(
            file,
            PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
    ConfigurableApplicationContext started = gateway.startAnother(made, "--server.port=0");
    assertOwnerOnly(made);
    started.close();
    assertOwnerOnly(made);
  }

  private static void assertOwnerOnly(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .endsWith("------");
      }
    }
  }

  @Test
  void settings_of_the_ledger_that_are_missing() {
    Throwable failure =
        catchThrowable(
            () ->
                SpringApplication.run(
                        GatewayApplication.class, "--server.port=0", "--grassland.data=" + data)
                    .close());
    assertSentence(failure, "账本连接设置有误", "grassland.ledger.");
  }
}
