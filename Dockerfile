# The libraries are installed in one stage and copied into the next, so that the image holds no installer's leavings.
FROM python:3.11-slim-bookworm AS build
WORKDIR /srv/kremlin-statements
RUN python -m venv /opt/venv
COPY requirements/runtime.txt requirements/build.txt requirements/
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps --require-hashes \
    -r requirements/runtime.txt -r requirements/build.txt
COPY . .
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && /opt/venv/bin/python -m compileall -q app

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data statements && install -d -o statements /data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/kremlin-statements /srv/kremlin-statements
WORKDIR /srv/kremlin-statements
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/statements.db
USER statements
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["kremlin-statements"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
