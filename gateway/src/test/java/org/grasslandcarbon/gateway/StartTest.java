// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.gateway.projection.Layout;
import org.grasslandcarbon.gateway.projection.Projection;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
