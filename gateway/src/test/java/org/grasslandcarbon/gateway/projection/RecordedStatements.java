// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Everything that is written into a database, to be written into another: so that databases are
 * compared by the very same statements, and by nothing else.
 */
final class RecordedStatements {
  private final List<Step> steps = new ArrayList<>();
  private final DataSource dataSource;

  /** A statement with the rows that it was executed for; none of it ends a transaction. */
  private record Step(String sql, List<Object[]> rows) {}

  private static final Step COMMIT = new Step("", List.of());

  /** What a prepared statement has been given so far. */
  private static final class Parameters {
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Object> row = new ArrayList<>();
  }

  RecordedStatements(DataSource inner) {
    dataSource = proxy(DataSource.class, inner, "", new Parameters());
  }

  DataSource dataSource() {
    return dataSource;
  }

  private <T> T proxy(Class<T> type, Object inner, String sql, Parameters parameters) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(inner, sql, parameters, method, arguments)));
  }

  private Object call(
      Object inner, String sql, Parameters parameters, Method method, Object[] arguments)
      throws Throwable {
    note(sql, parameters, method.getName(), arguments);
    try {
      Object result = method.invoke(inner, arguments);
      if (result instanceof PreparedStatement) {
        return proxy(PreparedStatement.class, result, (String) arguments[0], new Parameters());
      }
      if (result instanceof Statement) {
        return proxy(Statement.class, result, "", parameters);
      }
      return result instanceof Connection
          ? proxy(Connection.class, result, "", parameters)
          : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void note(String sql, Parameters parameters, String method, Object[] arguments) {
    switch (method) {
      case "setString", "setLong", "setObject" -> {
        int position = (Integer) arguments[0];
        while (parameters.row.size() < position) {
          parameters.row.add(null);
        }
        parameters.row.set(position - 1, arguments[1]);
      }
      case "addBatch" -> parameters.rows.add(parameters.row.toArray());
      case "executeBatch" -> {
        steps.add(new Step(sql, List.copyOf(parameters.rows)));
        parameters.rows.clear();
      }
      case "execute" -> {
        if (arguments != null && ((String) arguments[0]).startsWith("CREATE")) {
          steps.add(new Step((String) arguments[0], List.of()));
        }
      }
      case "commit" -> steps.add(COMMIT);
      default -> {}
    }
  }

  /** Writes it all again. */
  void replay(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (Step step : steps) {
      if (step == COMMIT) {
        connection.commit();
      } else if (step.rows().isEmpty()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(step.sql());
        }
      } else {
        execute(connection, step);
      }
    }
    connection.commit();
  }

  private static void execute(Connection connection, Step step) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
      for (Object[] row : step.rows()) {
        for (int i = 0; i < row.length; i++) {
          boolean text = row[i] instanceof OffsetDateTime && isSqlite(connection);
          statement.setObject(i + 1, text ? row[i].toString() : row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static boolean isSqlite(Connection connection) throws SQLException {
    return connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
  }
}
