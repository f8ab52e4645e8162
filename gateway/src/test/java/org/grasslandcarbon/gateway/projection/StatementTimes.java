// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Processor time of the asking thread within a database's driver, by table. */
final class StatementTimes {
  private static final Pattern TABLE = Pattern.compile("(?:INTO|FROM|UPDATE|JOIN) +([a-z_0-9]+)");

  private final DataSource dataSource;
  private final Map<String, Long> times = new TreeMap<>();

  StatementTimes(DataSource inner) {
    dataSource = proxy(DataSource.class, inner, "");
  }

  DataSource dataSource() {
    return dataSource;
  }

  Map<String, Long> byTable() {
    return times;
  }

  static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private <T> T proxy(Class<T> type, Object inner, String of) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(inner, of, method, arguments)));
  }

  private Object call(Object inner, String of, Method method, Object[] arguments) throws Throwable {
    boolean timed = method.getName().startsWith("execute") || method.getName().equals("commit");
    long begin = timed ? now() : 0;
    try {
      Object result = method.invoke(inner, arguments);
      if (result instanceof PreparedStatement) {
        return proxy(PreparedStatement.class, result, table((String) arguments[0]));
      }
      if (result instanceof Statement) {
        return proxy(Statement.class, result, "statements");
      }
      return result instanceof Connection ? proxy(Connection.class, result, "commit") : result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      if (timed) {
        times.merge(of, now() - begin, Long::sum);
      }
    }
  }

  private static String table(String sql) {
    Matcher matcher = TABLE.matcher(sql);
    return matcher.find() ? matcher.group(1) : sql;
  }
}
