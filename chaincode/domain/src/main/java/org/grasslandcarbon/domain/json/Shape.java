// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Check;

/**
 * Holds a record's texts and lists to the limits that its components declare with {@link Most},
 * through nested records and lists. One declaration serves the check and the JSON Schema.
 */
public final class Shape {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  private final List<Part> parts = new ArrayList<>();

  private Shape(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      parts.add(new Part(component.getName(), accessor, mostOf(component)));
    }
  }

  private static int mostOf(RecordComponent component) {
    Most most = component.getAnnotation(Most.class);
    boolean needed = isTextOrList(component.getGenericType());
    if (needed && most == null) {
      throw new IllegalStateException(component + " needs @Most");
    }
    return most == null ? 0 : most.value();
  }

  private static boolean isTextOrList(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return isTextOrList(generic.getActualTypeArguments()[0]);
    }
    return type == String.class
        || type instanceof ParameterizedType list && list.getRawType() == List.class;
  }

  /**
   * Refuses a record with a text or list over its limit.
   *
   * @throws IllegalArgumentException naming the member
   */
  public static void check(Record value) {
    SHAPES.get(value.getClass()).checkParts(value);
  }

  private void checkParts(Record value) {
    for (Part part : parts) {
      checkValue(part.name(), part.read(value), part.most());
    }
  }

  private static void checkValue(String name, Object value, int most) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> checkValue(name, present, most));
    } else if (value instanceof String text) {
      Check.text(text, most, name);
    } else if (value instanceof List<?> list) {
      Check.that(list.size() <= most, name + " must have at most " + most + " elements");
      for (Object element : list) {
        checkValue(name, element, most);
      }
    } else if (value instanceof Record nested && isOurs(nested.getClass())) {
      check(nested);
    }
  }

  /** Values (Tonnes, Name …) check themselves when they are built. */
  private static boolean isOurs(Class<?> type) {
    return !type.getPackageName().equals(Check.class.getPackageName());
  }

  private record Part(String name, Method accessor, int most) {
    Object read(Record value) {
      try {
        return accessor.invoke(value);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(name + " cannot be read", e);
      }
    }
  }
}
