# The server's image. Built in two stages: packages and playground first, then a plain Python with the result.
FROM python:3.13.14-slim-trixie AS build
WORKDIR /app
ENV SONGNODES_CACHE_DIR=/cache
COPY requirements.txt ./
COPY runtime/environment.sh runtime/environment.sh
RUN runtime/environment.sh python3 /app/.venv requirements.txt
COPY . .
RUN .venv/bin/python -c "from pathlib import Path; from runtime.playground import ensure_playground as make; make(Path('/cache'))" \
    && rm -rf /cache/npm

FROM python:3.13.14-slim-trixie
LABEL org.opencontainers.image.title="SongNodes" org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    SONGNODES_DATA_DIR=/data SONGNODES_CACHE_DIR=/cache
RUN groupadd --gid 10001 songnodes && useradd --uid 10001 --gid 10001 --no-create-home songnodes \
    && install -d -o songnodes -g songnodes -m 0700 /data
COPY --from=build /app /app
COPY --from=build /cache /cache
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 CMD ["python", "-m", "runtime.probe"]
ENTRYPOINT ["python", "-m", "songnodes"]
CMD ["serve"]
